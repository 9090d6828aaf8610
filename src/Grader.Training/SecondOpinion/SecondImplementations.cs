using Grader.Training.SecondOpinion.Engines;

namespace Grader.Training.SecondOpinion;

/// <summary>The engines of case files, each computed another way, by name.</summary>
internal static class SecondImplementations
{
    private static readonly Dictionary<string, Action<Given, Figures>> All = new(StringComparer.Ordinal)
    {
        ["attention"] = AttentionOpinion.Compute,
        ["batch-normalization"] = BatchNormalizationOpinion.Compute,
        ["confusion-matrix"] = ConfusionMatrixOpinion.Compute,
        ["convolution-by-hand"] = ConvolutionByHandOpinion.Compute,
        ["convolution-matrix"] = ConvolutionMatrixOpinion.Compute,
        ["convolution-stack"] = ConvolutionStackOpinion.Compute,
        ["decision-tree"] = DecisionTreeOpinion.Compute,
        ["dense-network"] = DenseNetworkOpinion.Compute,
        ["gaussian-em"] = GaussianMixtureOpinion.Compute,
        ["gradient-descent"] = GradientDescentOpinion.Compute,
        ["hinge-loss"] = HingeLossOpinion.Compute,
        ["k-means"] = KMeansOpinion.Compute,
        ["layer-normalization"] = LayerNormalizationOpinion.Compute,
        ["linear-regression"] = LinearRegressionOpinion.Compute,
        ["logistic-regression"] = LogisticRegressionOpinion.Compute,
        ["lstm"] = RecurrentOpinion.ComputeLstm,
        ["naive-bayes"] = NaiveBayesOpinion.Compute,
        ["pca"] = PrincipalComponentsOpinion.Compute,
        ["perceptron"] = PerceptronOpinion.Compute,
        ["rnn"] = RecurrentOpinion.ComputeRnn,
        ["roc-auc"] = RocAucOpinion.Compute,
        ["softmax-cross-entropy"] = SoftmaxOpinion.Compute,
        ["svm-margin"] = SvmMarginOpinion.Compute,
        ["transformer-parameters"] = TransformerParametersOpinion.Compute,
    };

    /// <returns>Null where an engine has no second implementation.</returns>
    public static Action<Given, Figures>? Find(string engine) => All.GetValueOrDefault(engine);
}
