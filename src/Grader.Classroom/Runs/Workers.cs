namespace Grader.Classroom.Runs;

/// <summary>Grades tasks on several threads, each within a time. A task that takes longer is given up: its thread is left to itself, and another goes on in its place.</summary>
/// <param name="jobs">How many at once.</param>
/// <param name="limit">Of one task.</param>
internal sealed class Workers(int jobs, TimeSpan limit)
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(100);

    private readonly Lock _gate = new();
    private volatile Exception? _failure;
    private int _next = -1;
    private int _done;

    /// <param name="grade">Of a task by its number, by a clock that runs; on any thread.</param>
    /// <param name="done">Told in whatever order, one at a time. What it throws ends the run.</param>
    /// <param name="givenUp">What stands for a task that took too long.</param>
    /// <param name="tick">Told now and then how many are done.</param>
    public void Run<T>(int count, Func<int, GradingClock, T> grade, Action<int, T> done, Func<int, T> givenUp, Action<int> tick, CancellationToken cancellation)
    {
        // Never disposed: a thread that was given up may still signal it.
        var ended = new SemaphoreSlim(0);
        var seats = Enumerable.Range(0, Math.Min(jobs, count)).Select(_ => Start()).ToList();
        while (seats.Exists(seat => !seat.IsOver))
        {
            ended.Wait(Glance, CancellationToken.None);
            tick(Volatile.Read(ref _done));
            for (var i = 0; i < seats.Count; i++)
            {
                if (seats[i].GiveUp(limit) is not { } task)
                    continue;
                Finish(task, givenUp(task));
                seats[i] = Start();
            }
        }
        tick(_done);
        if (_failure is { } failure)
            throw failure;
        cancellation.ThrowIfCancellationRequested();

        Seat Start()
        {
            var seat = new Seat();
            GradingThread.Start(() => Work(seat));
            return seat;
        }

        void Work(Seat seat)
        {
            try
            {
                while (!cancellation.IsCancellationRequested && _failure is null && Interlocked.Increment(ref _next) is var task && task < count)
                {
                    var result = grade(task, seat.Take(task));
                    // Given up meanwhile: another sits here now.
                    if (!seat.Leave())
                        return;
                    Finish(task, result);
                }
            }
            catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
            {
                // The run says so itself.
            }
            // On a thread of its own, where nobody else would hear of it.
#pragma warning disable CA1031
            catch (Exception error)
#pragma warning restore CA1031
            {
                _failure ??= error;
            }
            seat.IsOver = true;
            ended.Release();
        }

        void Finish(int task, T result)
        {
            lock (_gate)
            {
                if (_failure is not null)
                    return;
                try
                {
                    done(task, result);
                    _done++;
                }
                // What ends the run is told by the thread that waits for it.
#pragma warning disable CA1031
                catch (Exception error)
#pragma warning restore CA1031
                {
                    _failure = error;
                }
            }
        }
    }

    /// <summary>Where one thread sits: the task it is at, and since when. A task is left once, by the thread or by the one that gives it up.</summary>
    private sealed class Seat
    {
        private const int None = -1;

        private int _task = None;
        private GradingClock _clock = new();

        public volatile bool IsOver;

        public GradingClock Take(int task)
        {
            var clock = new GradingClock();
            Volatile.Write(ref _clock, clock);
            Volatile.Write(ref _task, task);
            return clock;
        }

        public bool Leave() => Interlocked.Exchange(ref _task, None) != None;

        /// <returns>The task that took too long, which is nobody's now; null where there is none.</returns>
        public int? GiveUp(TimeSpan limit)
        {
            var task = Volatile.Read(ref _task);
            return task != None && Volatile.Read(ref _clock).IsPast(limit) && Interlocked.CompareExchange(ref _task, None, task) == task ? task : null;
        }
    }
}
