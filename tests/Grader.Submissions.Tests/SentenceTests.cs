namespace Grader.Submissions.Tests;

public sealed class SentenceTests
{
    [TestCase("The testing accuracy is 64.14% while the training accuracy is 76.62%.", "testing accuracy: 64.14%; training accuracy: 76.62%")]
    [TestCase("In terms of accuracy, the testing accuracy improved slightly to 65.04% while the training accuracy went till 80.08%.", "testing accuracy: 65.04%; training accuracy: 80.08%")]
    [TestCase("Both training and testing accuracy fall back to 75.258% and 65.73% respectively.", "training accuracy: 75.258%; testing accuracy: 65.73%")]
    [TestCase("Training, validation and test accuracy are 80 %, 70 % and 65 %, respectively.", "training accuracy: 80%; validation accuracy: 70%; test accuracy: 65%")]
    [TestCase("We get 75% and 65% for training and testing accuracy respectively.", "training accuracy: 75%; testing accuracy: 65%")]
    [TestCase("The difference between training and testing accuracy is large (around 12%).", "difference between training and testing accuracy: about 12%")]
    [TestCase("TP: 48 FN: 12 FP: 5", "TP: 48; FN: 12")]
    [TestCase("precision 0.8 recall 0.9", "precision: 0.8; recall: 0.9")]
    [TestCase("294912 (layer 1)", "layer 1: 294912")]
    [TestCase("294912 weights (layer 1)", "weights layer 1: 294912")]
    [TestCase("294912 (the same as layer 1)", ": 294912")]
    [TestCase("294912 (without layer 1)", ": 294912")]
    [TestCase("The precision, recall and F1 are 0.8, 0.9 and 0.85 respectively.", "precision: 0.8; recall: 0.9; f1: 0.85")]
    [TestCase("Layer 1 and layer 2 have 294912 and 1179648 parameters, respectively.", "layer 1: 294912; layer 2: 1179648")]
    [TestCase("λ1 and λ2 are 3 and 1, respectively.", "λ1: 3; λ2: 1")]
    [TestCase("So the total is 1474560 parameters.", "total parameters: 1474560")]
    [TestCase("It reaches 76.62% on the training set and 64.14% on the test set.", "training set: 76.62%; test set: 64.14%")]
    [TestCase("The accuracy rose from 62.1% to 64.1%.", "accuracy: 62.1%; accuracy: 64.1%")]
    [TestCase("After 12 epochs the training accuracy is 74.12%.", "epochs: 12; training accuracy: 74.12%")]
    [TestCase("The width is 32 or 21.", "width: 32; width: 21")]
    [TestCase("The gap is approximately 10 points.", "gap points: about 10")]
    [TestCase("Layer 1 is on CIFAR-10, see Table 3.", "")]
    [TestCase("The mean is -5.", "mean: -5")]
    [TestCase("The log-likelihood is - 8.92977.", "log likelihood: -8.92977")]
    [TestCase("The value is -*8.93*.", "value: -8.93")]
    [TestCase("It fell by - 5 % to 60 %.", ": (-5)%; : 60%")]
    [TestCase("The accuracy - 63.48 % - is low.", "accuracy: 63.48%", Description = "a dash, not a minus")]
    [TestCase("The total is 1.4746\nmillion weights.", "total weights: 1474600")]
    [TestCase("The total is 1.4746\nmillionths of it.", "total millionths of it: 1.4746")]
    [TestCase("Y after step 2\t-0.45", "y after step 2: -0.45")]
    [TestCase("The gradient by the weight from input 1 to unit 2 is 0.000668201.", "gradient by the weight from input 1 to unit 2: 0.000668201")]
    [TestCase("The inputs are 1 and 2.", "inputs: 1; inputs: 2", Description = "inputs that are numbers")]
    [TestCase("So we get 1207959552 for the multiply-adds of layer 2.", "multiply adds of layer 2: 1207959552")]
    [TestCase("The train accuracy is 73.83%; the test accuracy is 63.48%; the difference between training and test accuracy is 10.35%.", "train accuracy: 73.83%; test accuracy: 63.48%; difference between training and test accuracy: 10.35%")]
    [TestCase("The recall is 0.8 and the precision is 0.7.", "recall: 0.8; precision: 0.7")]
    [TestCase("The parameters of layer 1, parameters of layer 2 and parameters of both layers together are 294912, 1179648 and 1474560, respectively.", "parameters of layer 1: 294912; parameters of layer 2: 1179648; parameters of both layers together: 1474560")]
    [TestCase("The fall in memory from the input to the output of layer 1 is 50%; the fall in memory to the output of layer 2 is 0%.", "fall in memory from the input to the output of layer 1: 50%; fall in memory to the output of layer 2: 0%")]
    [TestCase("The accuracies fall in layer 2 by 5%.", "accuracies: 5%", Description = "a verb")]
    [TestCase("The fall in memory and rise in accuracy are 50% and 5%, respectively.", "fall in memory: 50%; rise in accuracy: 5%")]
    [TestCase("The training accuracy, test accuracy and difference between training and test accuracy are 73.83%, 63.48% and 10.35%, respectively.", "training accuracy: 73.83%; test accuracy: 63.48%; difference between training and test accuracy: 10.35%")]
    [TestCase("The difference between training and test accuracy, test accuracy and training accuracy are 10.35%, 63.48% and 73.83%, respectively.", "difference between training and test accuracy: 10.35%; test accuracy: 63.48%; training accuracy: 73.83%")]
    [TestCase("The width of layer 1, depth of layer 2 and parameters of both layers together are 32, 16 and 294912, respectively.", "width of layer 1: 32; depth of layer 2: 16; parameters of both layers together: 294912")]
    [TestCase("The layer1 size, layer2 size and overall size are 32, 16 and 48, respectively.", "layer1 size: 32; layer2 size: 16; overall size: 48")]
    [TestCase("Both training and test accuracy are 76.62% and 64.14%.", "training accuracy: 76.62%; test accuracy: 64.14%")]
    [TestCase("The train accuracy and test accuracy are 76.62 percent and 64.14 percent, respectively.", "train accuracy: 76.62%; test accuracy: 64.14%")]
    public void Read_labels_numbers(string text, string numbers) => Assert.That(Numbers(text), Is.EqualTo(numbers).IgnoreCase);

    [TestCase("It ran for 8 mintues and 41 seconds.", 521)]
    [TestCase("It ran for 8 minutes and 41 seconds.", 521)]
    [TestCase("It took 8 min 41 s.", 521)]
    [TestCase("It took 8m41s.", 521)]
    [TestCase("Time: 8:41", 521)]
    [TestCase("It took 521 s.", 521)]
    [TestCase("Runtime was 521 seconds", 521)]
    [TestCase("It took 0:08:41.", 521)]
    [TestCase("It took 1 hour and 2 minutes.", 3720)]
    [TestCase("It took 8.5 minutes.", 510)]
    [TestCase("It took 1h 2m.", 3720)]
    public void Read_reads_durations(string text, int seconds)
    {
        var number = Sentences(text).SelectMany(sentence => sentence.Numbers.Items).Single();
        Assert.That(number.Expression, Is.EqualTo(new Mathematics.Measured(new Mathematics.Number(seconds), "s")));
    }

    [TestCase("The ratio is 80:20 in the split.")]
    [TestCase("It has 8 models and 41 layers.")]
    [TestCase("It has 5 m of cable.")]
    public void Read_reads_no_duration(string text) => Assert.That(Sentences(text).SelectMany(sentence => sentence.Numbers.Items), Has.None.Matches<StatedNumber?>(number => number?.Expression is Mathematics.Measured { Unit: "s" }));

    [TestCase("Both training and testing accuracy fall back.", "Fell both training and testing accuracy")]
    [TestCase("The batch normalization did improve the accuracy in terms of both testing and training.", "Rose the accuracy in terms of both testing and training")]
    [TestCase("The testing accuracy improved slightly to 65.04%.", "Rose the testing accuracy")]
    [TestCase("The model took a bit longer to run than the previous.", "Rose the model")]
    [TestCase("The time also increased a bit.", "Rose the time")]
    [TestCase("The test accuracy did not improve.", "not Rose the test accuracy")]
    [TestCase("The test accuracy didn't drop.", "not Fell the test accuracy")]
    [TestCase("The training accuracy fell and the test accuracy rose.", "Fell the training accuracy; Rose the test accuracy")]
    [TestCase("The test accuracy is unchanged.", "Unchanged the test accuracy")]
    [TestCase("The test accuracy stayed the same.", "Unchanged the test accuracy")]
    [TestCase("There is no clear change in the test accuracy.", "Unchanged the test accuracy")]
    [TestCase("Dropout did not change the test accuracy.", "Unchanged the test accuracy")]
    [TestCase("The memory is halved.", "Halved the memory")]
    [TestCase("The memory doubled.", "Doubled the memory")]
    [TestCase("The test accuracy is higher than before.", "Rose the test accuracy")]
    [TestCase("It leads to lower test accuracy.", "Fell test accuracy")]
    [TestCase("We see a drop in training accuracy.", "Fell training accuracy")]
    [TestCase("The test accuracy went up while the training accuracy went down.", "Rose the test accuracy; Fell the training accuracy")]
    [TestCase("Training got faster.", "Fell training")]
    [TestCase("Training took 7 minutes, which is longer than before.", "Rose training took")]
    [TestCase("The test accuracy no longer matters.", "")]
    [TestCase("It uses the same kernel.", "")]
    [TestCase("The changes are described below.", "")]
    [TestCase("The training and test accuracy rose and fell, respectively.", "Rose training accuracy; Fell test accuracy")]
    [TestCase("The training and test accuracy rose and fell.", "Rose the training and test accuracy; Fell the training and test accuracy")]
    public void Read_finds_claims_of_change(string text, string claims) =>
        Assert.That(string.Join("; ", Sentences(text).SelectMany(sentence => sentence.Changes.Items).Select(change => $"{(change.Negated ? "not " : "")}{change.Direction} {change.Subject}".TrimEnd().Replace(" The ", " the ", StringComparison.Ordinal))), Is.EqualTo(claims));

    [TestCase("Yes.", "yes")]
    [TestCase("Solution: Yes, it is possible.", "yes it is possible")]
    [TestCase("The kernel $w$ is flipped.", "the kernel is flipped")]
    [TestCase("In test phase the mean/std are not computed.", "in test phase the mean std are not computed")]
    [TestCase("$\\mathbf{or}$", "or")]
    public void Read_keeps_the_words(string text, string words) => Assert.That(string.Join(' ', Sentences(text).Single().Words), Is.EqualTo(words));

    private static IEnumerable<SentenceStatement> Sentences(string text) => SubmissionReader.Read("x.md", text).Sections.Items.SelectMany(section => section.Statements.Items).OfType<SentenceStatement>();

    private static string Numbers(string text) => string.Join("; ", Sentences(text).SelectMany(sentence => sentence.Numbers.Items).Select(number => $"{number.Label}: {(number.Approximate ? "about " : "")}{number.Expression}"));
}
