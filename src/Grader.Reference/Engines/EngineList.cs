using Grader.Mathematics;
using Grader.Reference.Engines.Attention;
using Grader.Reference.Engines.BatchNormalization;
using Grader.Reference.Engines.ConfusionMatrix;
using Grader.Reference.Engines.ConvolutionByHand;
using Grader.Reference.Engines.ConvolutionMatrix;
using Grader.Reference.Engines.ConvolutionStack;
using Grader.Reference.Engines.DecisionTree;
using Grader.Reference.Engines.DenseNetwork;
using Grader.Reference.Engines.GaussianMixture;
using Grader.Reference.Engines.GradientDescent;
using Grader.Reference.Engines.HingeLoss;
using Grader.Reference.Engines.KMeans;
using Grader.Reference.Engines.LayerNormalization;
using Grader.Reference.Engines.LinearRegression;
using Grader.Reference.Engines.LogisticRegression;
using Grader.Reference.Engines.Lstm;
using Grader.Reference.Engines.NaiveBayes;
using Grader.Reference.Engines.Perceptron;
using Grader.Reference.Engines.PrincipalComponents;
using Grader.Reference.Engines.Rnn;
using Grader.Reference.Engines.RocAuc;
using Grader.Reference.Engines.Softmax;
using Grader.Reference.Engines.SvmMargin;
using Grader.Reference.Engines.TransformerParameters;

namespace Grader.Reference.Engines;

/// <summary>All engines, by the name that case files call them.</summary>
internal static class EngineList
{
    public static readonly Sequence<IEngine> All =
    [
        new ConvolutionStackEngine(),
        new BatchNormalizationEngine(),
        new LayerNormalizationEngine(),
        new ConvolutionMatrixEngine(),
        new SoftmaxEngine(),
        new HingeLossEngine(),
        new ConfusionMatrixEngine(),
        new DecisionTreeEngine(),
        new KMeansEngine(),
        new DenseNetworkEngine(),
        new GradientDescentEngine(),
        new AttentionEngine(),
        new TransformerParametersEngine(),
        new RnnEngine(),
        new LstmEngine(),
        new ConvolutionByHandEngine(),
        new LinearRegressionEngine(),
        new PerceptronEngine(),
        new NaiveBayesEngine(),
        new GaussianMixtureEngine(),
        new LogisticRegressionEngine(),
        new PrincipalComponentsEngine(),
        new RocAucEngine(),
        new SvmMarginEngine(),
    ];

    public static IEngine? Find(string name) => All.Items.FirstOrDefault(engine => engine.Inputs.Name == name);
}
