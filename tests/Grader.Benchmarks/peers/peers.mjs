// Peers beside Grader: is the answer equal to the gold? One line a peer: how fast, and against Grader's verdicts.
//   npm install --no-package-lock && node peers.mjs ../pairs.jsonl VERDICTS
// VERDICTS: grader compare --jsonl ../pairs.jsonl
import { readFileSync } from "node:fs";
import { ComputeEngine } from "@cortex-js/compute-engine";

const [pairsFile, verdictsFile] = process.argv.slice(2);
const lines = file => readFileSync(file, "utf8").split("\n").filter(line => line.trim()).map(line => JSON.parse(line));
const verdicts = lines(verdictsFile).map(line => line.verdict);
// A gold in Python's syntax, or an answer in a mode of its own, is no peer's business.
const pairs = lines(pairsFile).map((pair, index) => ({ ...pair, verdict: verdicts[index] })).filter(pair => !pair.goldSyntax && !pair.mode);

const engine = new ComputeEngine();
const peers = {
  "Cortex Compute Engine, isEqual": pair => {
    const [gold, answer] = [engine.parse(pair.gold), engine.parse(pair.answer)];
    return gold.isValid && answer.isValid ? gold.isEqual(answer) : undefined;
  },
  "Cortex Compute Engine, simplified difference is 0": pair => {
    const [gold, answer] = [engine.parse(pair.gold), engine.parse(pair.answer)];
    return gold.isValid && answer.isValid ? engine.box(["Subtract", gold, answer]).simplify().is(0) : undefined;
  },
};

console.log(`${pairs.length} pairs`);
console.log("| peer | a second | same verdict | equal, Grader: different | different, Grader: equal | undecided, not read or failed |");
console.log("|---|---|---|---|---|---|");
for (const [name, equal] of Object.entries(peers)) {
  const count = { same: 0, accepts: 0, rejects: 0, none: 0 };
  const disagreements = [];
  const started = process.cpuUsage();
  for (const pair of pairs) {
    let verdict;
    try {
      verdict = equal(pair);
    } catch {
      verdict = undefined;
    }
    if (typeof verdict !== "boolean" || !["equal", "different"].includes(pair.verdict)) count.none++;
    else if (verdict === (pair.verdict === "equal")) count.same++;
    else {
      count[verdict ? "accepts" : "rejects"]++;
      disagreements.push(`${verdict ? "accepts" : "rejects"}  ${pair.gold}  ::  ${pair.answer}`);
    }
  }

  const used = process.cpuUsage(started);
  console.log(`| ${name} | ${Math.round(pairs.length / ((used.user + used.system) / 1e6))} | ${count.same} | ${count.accepts} | ${count.rejects} | ${count.none} |`);
  if (process.env.SHOW) console.log(disagreements.join("\n"));
}
