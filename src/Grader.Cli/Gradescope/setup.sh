#!/usr/bin/env bash
# Run once, when Gradescope builds the autograder's image: sees that the program runs, and that the assignment is read.
set -eu
source="${AUTOGRADER:-/autograder}/source"
chmod +x "$source/grader" "$source/run_autograder"
# Checksums come from OpenSSL, which a small image may lack.
"$source/grader" key "$source/case" >/dev/null 2>&1 || { apt-get update && apt-get install -y --no-install-recommends libssl-dev; }
"$source/grader" --version
"$source/grader" case lint "$source/case"
