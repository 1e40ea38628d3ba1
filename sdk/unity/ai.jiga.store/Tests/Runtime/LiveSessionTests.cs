using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Jiga.Store.Types;
using Newtonsoft.Json.Linq;
using NUnit.Framework;

namespace Jiga.Store.Tests
{
    public sealed class LiveSessionTests
    {
        private static Task Soon(Loop loop, double seconds = 0.05)
        {
            return loop.Delay(TimeSpan.FromSeconds(seconds), CancellationToken.None);
        }

        [Test]
        public void whatIsSaidIsNumberedAndAnsweredInParts()
        {
            Loop.Run(async loop =>
            {
                var store = new PretendStore();
                LiveSession live = await store.Live(loop);
                var heard = new List<string>();
                live.Response += part => heard.Add(part.Text);
                Task<Answer> saying = live.SayAsync("What now?");
                PretendSocket line = store.Sockets[0];
                Assert.That(line.Said, Is.EqualTo(new[] { "text_input 1 What now?" }));
                line.AnswersInPart(1, "Rush ");
                line.Answers(1, "B.");
                Answer answer = await saying;
                Assert.That(answer.Text, Is.EqualTo("Rush B."));
                Assert.That(answer.Parts, Is.EqualTo(2));
                Assert.That(answer.DofConsumed, Is.EqualTo(100));
                Assert.That(heard, Is.EqualTo(new[] { "Rush ", "B." }));
                Assert.That(live.Cost.Consumed, Is.EqualTo(100));
            });
        }

        [Test]
        public void theTicketGoesInTheAddressOfTheLineAndNowhereElse()
        {
            Loop.Run(async loop =>
            {
                var store = new PretendStore();
                LiveSession live = await store.Live(loop);
                Assert.That(store.Sockets[0].Address.Query, Is.EqualTo("?ticket=t1"));
                Assert.That(store.Log.Any(entry => entry.Contains("t1")), Is.False);
                Assert.That(live.ToString(), Is.EqualTo("LiveSession(s1, Live)"));
            });
        }

        [Test]
        public void whoListensAfterConnectingStillHearsThatItStarted()
        {
            Loop.Run(async loop =>
            {
                LiveSession live = await new PretendStore().Live(loop);
                int started = 0;
                live.Started += frame => started++;
                await Soon(loop);
                Assert.That(started, Is.EqualTo(1));
                Assert.That(live.Limits.ImageBytes, Is.EqualTo(1000));
            });
        }

        [Test]
        public void whatWasNotAnsweredIsSaidAgainUnderItsNumber()
        {
            Loop.Run(async loop =>
            {
                var store = new PretendStore();
                LiveSession live = await store.Live(loop);
                var told = new List<string>();
                live.Reconnecting += line => told.Add("reconnecting");
                live.Reconnected += line => told.Add("reconnected from " + line.ResumedFromSeq + ", " + line.SaidAgain + " again");
                Task<Answer> first = live.SayAsync("one");
                Task<Answer> second = live.SayAsync("two");
                store.Sockets[0].Breaks();
                await store.Line(loop, 2);
                Assert.That(live.State, Is.EqualTo(LiveState.Reconnecting));
                Task<Answer> third = live.SayAsync("three");
                store.Sockets[1].Greets(1, 100);
                await Soon(loop);
                Assert.That(store.Sockets[1].Said, Is.EqualTo(new[] { "text_input 1 one", "text_input 2 two", "text_input 3 three" }));
                store.Sockets[1].Answers(1, "ONE", 100, ",'replayed':true");
                store.Sockets[1].Answers(2, "TWO");
                store.Sockets[1].Answers(3, "THREE");
                Assert.That((await first).Replayed, Is.True);
                Assert.That((await second).Text + (await third).Text, Is.EqualTo("TWOTHREE"));
                Assert.That(told, Is.EqualTo(new[] { "reconnecting", "reconnected from 1, 2 again" }));
                Assert.That(live.Cost.Consumed, Is.EqualTo(300), "what was told again is not counted again");
            });
        }

        [Test]
        public void partsThatWereHeardAreNotHeardTwice()
        {
            Loop.Run(async loop =>
            {
                var store = new PretendStore();
                LiveSession live = await store.Live(loop);
                string heard = "";
                int comments = 0;
                live.Response += part => heard += part.Kind == null ? part.Text : "";
                live.Response += part => comments += part.Kind == "commentary" ? 1 : 0;
                Task<Answer> saying = live.SayAsync("one");
                string comment = "{'type':'agent_response','seq':1,'data':{'text':'Wow!','kind':'commentary','done':false}}";
                store.Sockets[0].Says(comment);
                store.Sockets[0].AnswersInPart(1, "Rush ");
                await Soon(loop);
                store.Sockets[0].Breaks();
                await store.Line(loop, 2);
                store.Sockets[1].Greets(1);
                store.Sockets[1].Says(comment);
                store.Sockets[1].Answers(1, "Rush B, go.", 100, ",'replayed':true");
                Answer answer = await saying;
                Assert.That(heard, Is.EqualTo("Rush B, go."));
                Assert.That(answer.Text, Is.EqualTo("Rush B, go."));
                Assert.That(comments, Is.EqualTo(1));
            });
        }

        [Test]
        public void otherWordsTakeThePlaceOfWhatWasNeverAccepted()
        {
            Loop.Run(async loop =>
            {
                var store = new PretendStore();
                LiveSession live = await store.Live(loop);
                string heard = "";
                live.Response += part => heard = part.Restart ? part.Text : heard + part.Text;
                Task<Answer> saying = live.SayAsync("one");
                store.Sockets[0].AnswersInPart(1, "Hold B, ");
                await Soon(loop);
                store.Sockets[0].Breaks();
                await store.Line(loop, 2);
                store.Sockets[1].Greets(0);
                await Soon(loop);
                store.Sockets[1].AnswersInPart(1, "Hold ");
                store.Sockets[1].AnswersInPart(1, "A");
                store.Sockets[1].Answers(1, ".");
                Assert.That((await saying).Text, Is.EqualTo("Hold A."));
                Assert.That(heard, Is.EqualTo("Hold A."));
            });
        }

        [Test]
        public void aNumberedPartThatComesTwiceIsHeardOnce()
        {
            Loop.Run(async loop =>
            {
                var store = new PretendStore();
                LiveSession live = await store.Live(loop);
                string heard = "";
                live.Response += part => heard += part.Text;
                Task<Answer> saying = live.SayAsync("one");
                foreach (string part in new[] { "1,'text':'Go! '", "1,'text':'Go! '", "2,'text':'Go! '", "2,'text':'Go! '" })
                {
                    store.Sockets[0].Says("{'type':'agent_response','seq':1,'data':{'part':" + part + ",'done':false}}");
                }
                store.Sockets[0].Answers(1, "");
                Assert.That((await saying).Text, Is.EqualTo("Go! Go! "));
                Assert.That(heard, Is.EqualTo("Go! Go! "));
            });
        }

        [Test]
        public void aLastWordThatComesTwiceIsHeardOnce()
        {
            Loop.Run(async loop =>
            {
                var store = new PretendStore();
                LiveSession live = await store.Live(loop);
                int heard = 0;
                live.Response += part => heard++;
                Task<Answer> saying = live.SayAsync("one");
                store.Sockets[0].Answers(1, "ONE");
                store.Sockets[0].Answers(1, "ONE");
                await saying;
                await Soon(loop);
                Assert.That(heard, Is.EqualTo(1));
                Assert.That(live.Cost.Consumed, Is.EqualTo(100));
            });
        }

        [Test]
        public void twoPartsThatAreTheSameAreTwo()
        {
            Loop.Run(async loop =>
            {
                var store = new PretendStore();
                LiveSession live = await store.Live(loop);
                Task<Answer> saying = live.SayAsync("one");
                store.Sockets[0].AnswersInPart(1, "Go! ");
                store.Sockets[0].AnswersInPart(1, "Go! ");
                store.Sockets[0].Answers(1, "");
                Assert.That((await saying).Text, Is.EqualTo("Go! Go! "));
            });
        }

        [Test]
        public void aRefusedFrameGivesItsNumberToTheNext()
        {
            Loop.Run(async loop =>
            {
                var store = new PretendStore();
                LiveSession live = await store.Live(loop);
                PretendSocket line = store.Sockets[0];
                Task<Answer> first = live.SayAsync("one");
                Task<Answer> picture = live.FrameAsync(new byte[] { 1 });
                Task<Answer> third = live.SayAsync("three");
                Task<Answer> fourth = live.SayAsync("four");
                line.Refuses(2, "FRAMES_NOT_READ");
                line.Refuses(3, "SEQ_OUT_OF_ORDER", ",'expected':2");
                var why = await Fails.With<ValidationException>(picture);
                Assert.That(why.Code, Is.EqualTo("FRAMES_NOT_READ"));
                Assert.That(line.Said.Count, Is.EqualTo(4), "nothing is numbered anew while something is under way");
                line.Refuses(4, "SEQ_OUT_OF_ORDER", ",'expected':2");
                line.Answers(1, "ONE");
                await first;
                Assert.That(line.Said.Skip(4), Is.EqualTo(new[] { "text_input 2 three", "text_input 3 four" }));
                line.Answers(2, "THREE");
                line.Answers(3, "FOUR");
                Assert.That((await third).Text + (await fourth).Text, Is.EqualTo("THREEFOUR"));
            });
        }

        [Test]
        public void whatComesAfterARefusedFrameNeedsNoSecondTry()
        {
            Loop.Run(async loop =>
            {
                var store = new PretendStore();
                LiveSession live = await store.Live(loop);
                Task<Answer> picture = live.FrameAsync(new byte[] { 1 });
                store.Sockets[0].Refuses(1, "FRAMES_NOT_READ");
                await Fails.With<ValidationException>(picture);
                Waiting.Ignore(live.SayAsync("next"));
                Assert.That(store.Sockets[0].Said.Last(), Is.EqualTo("text_input 1 next"));
            });
        }

        [Test]
        public void anAnswerThatFailedIsFreeAndItsNumberIsUsedUp()
        {
            Loop.Run(async loop =>
            {
                var store = new PretendStore();
                LiveSession live = await store.Live(loop);
                Exception told = null;
                live.Error += e => told = e;
                Task<Answer> saying = live.SayAsync("one");
                store.Sockets[0].Says(
                    "{'type':'error','seq':1,'data':{'code':'MODEL_FAILED','message':'No.','accepted':true,'done':true,'dofConsumed':0}}");
                var e1 = await Fails.With<ApiException>(saying);
                Assert.That(e1.Retryable, Is.True);
                Assert.That(told, Is.SameAs(e1));
                Task<Answer> again = live.SayAsync("two");
                Assert.That(store.Sockets[0].Said.Last(), Is.EqualTo("text_input 2 two"));
                store.Sockets[0].Answers(2, "TWO");
                await again;
            });
        }

        [Test]
        public void onlySoMuchIsUnderWayAtOnce()
        {
            Loop.Run(async loop =>
            {
                var store = new PretendStore();
                LiveSession live = await store.Live(loop);
                PretendSocket line = store.Sockets[0];
                Task<Answer>[] all = Enumerable.Range(0, 100).Select(i => live.GameEventAsync("assist")).ToArray();
                Assert.That(line.Said.Count, Is.EqualTo(Outbox.MostInFlight));
                for (int seq = 1; seq <= 100; seq++)
                {
                    line.Says("{'type':'ack','seq':" + seq + ",'data':{'done':true,'dofConsumed':0}}");
                    await Soon(loop, 0.001);
                }
                await Task.WhenAll(all);
                Assert.That(line.Sent.Where(f => (string)f["type"] == "game_event").Select(f => (int)f["seq"]), Is.EqualTo(Enumerable.Range(1, 100)));
            });
        }

        [Test]
        public void whatDoesNotFitTheLineIsRefusedBeforeItBreaksIt()
        {
            Loop.Run(async loop =>
            {
                var store = new PretendStore();
                LiveSession live = await store.Live(loop);
                await Fails.With<ValidationException>(live.FrameAsync(new byte[2000]));
                Assert.That(store.Sockets[0].Said, Is.Empty);
            });
        }

        [Test]
        public void whatBreaksEveryLineIsGivenUpAndTheRestGoesOn()
        {
            Loop.Run(async loop =>
            {
                var store = new PretendStore();
                LiveSession live = await store.Live(loop);
                Task<Answer> poison = live.SayAsync("poison");
                Task<Answer> good = live.SayAsync("good");
                for (int i = 1; i <= 3; i++)
                {
                    store.Sockets[i - 1].Breaks(1007, "not UTF-8");
                    await store.Line(loop, i + 1);
                    store.Sockets[i].Greets(0);
                    await Soon(loop);
                }
                await Fails.With<ValidationException>(poison);
                Assert.That(store.Sockets[3].Said, Is.EqualTo(new[] { "text_input 1 good" }));
                store.Sockets[3].Answers(1, "GOOD");
                await good;
            });
        }

        [Test]
        public void anAnswerThatNobodyWaitsForReachesTheListeners()
        {
            Loop.Run(async loop =>
            {
                var store = new PretendStore();
                LiveSession live = await store.Live(loop);
                var stop = new CancellationTokenSource();
                string heard = "";
                live.Response += part => heard += part.Text;
                Task<Answer> saying = live.SayAsync("one", stop.Token);
                stop.Cancel();
                await Fails.With<OperationCanceledException>(saying);
                store.Sockets[0].Answers(1, "ONE");
                await Soon(loop);
                Assert.That(heard, Is.EqualTo("ONE"));
            });
        }

        [Test]
        public void whatWasNotSentYetCanBeTakenBack()
        {
            Loop.Run(async loop =>
            {
                var store = new PretendStore();
                LiveSession live = await store.Live(loop);
                store.Sockets[0].Breaks();
                await Soon(loop, 0.01);
                var stop = new CancellationTokenSource();
                Task<Answer> regretted = live.SayAsync("regretted", stop.Token);
                Task<Answer> meant = live.SayAsync("meant");
                stop.Cancel();
                await Fails.With<OperationCanceledException>(regretted);
                await store.Line(loop, 2);
                store.Sockets[1].Greets(0);
                await Soon(loop);
                Assert.That(store.Sockets[1].Said, Is.EqualTo(new[] { "text_input 1 meant" }));
                store.Sockets[1].Answers(1, "MEANT");
                await meant;
            });
        }

        [Test]
        public void aListenerThatThrowsReachesErrorAndBreaksNothing()
        {
            Loop.Run(async loop =>
            {
                var store = new PretendStore();
                LiveSession live = await store.Live(loop);
                var errors = new List<Exception>();
                string heard = "";
                live.Response += part => { throw new InvalidOperationException("mine"); };
                live.Response += part => heard += part.Text;
                live.Error += errors.Add;
                live.Error += e => { throw new InvalidOperationException("mine too"); };
                Task<Answer> saying = live.SayAsync("one", parts: new Throws());
                store.Sockets[0].Answers(1, "ONE");
                await saying;
                Assert.That(heard, Is.EqualTo("ONE"));
                Assert.That(errors.Select(e => e.Message), Is.EqualTo(new[] { "mine", "progress" }));
            });
        }

        private sealed class Throws : IProgress<ResponsePart>
        {
            public void Report(ResponsePart value)
            {
                throw new InvalidOperationException("progress");
            }
        }

        [Test]
        public void whatIsUnknownIsPassedOn()
        {
            Loop.Run(async loop =>
            {
                var store = new PretendStore();
                LiveSession live = await store.Live(loop);
                Frame unknown = null;
                live.Unknown += frame => unknown = frame;
                store.Sockets[0].Says("{'type':'hologram','data':{'shape':'cube'}}");
                store.Sockets[0].SaysNonsense();
                await Soon(loop);
                Assert.That(unknown.Type, Is.EqualTo("hologram"));
                Assert.That((string)unknown.Data["shape"], Is.EqualTo("cube"));
                Assert.That(live.State, Is.EqualTo(LiveState.Live));
            });
        }

        [Test]
        public void theEndComesWithTheBill()
        {
            Loop.Run(async loop =>
            {
                var store = new PretendStore();
                LiveSession live = await store.Live(loop);
                Bill told = null;
                live.Ended += bill => told = bill;
                Task<Bill> ending = live.EndAsync();
                Assert.That(store.Sockets[0].Said, Is.EqualTo(new[] { "end_session" }));
                store.Sockets[0].Ends(640);
                Bill final = await ending;
                Assert.That(final.Consumed, Is.EqualTo(640));
                Assert.That(final.Released, Is.EqualTo(19360));
                Assert.That(told, Is.SameAs(final));
                Assert.That(live.State, Is.EqualTo(LiveState.Ended));
                Assert.That(live.Cost.Consumed, Is.EqualTo(640));
                Assert.That(live.Cost.Remaining, Is.EqualTo(19360));
                Assert.That(await live.EndAsync(), Is.SameAs(final));
                var over = await Fails.With<SessionEndedException>(live.SayAsync("late"));
                Assert.That(over.Bill, Is.SameAs(final));
                Bill late = null;
                live.Ended += bill => late = bill;
                await Soon(loop);
                Assert.That(late, Is.SameAs(final));
            });
        }

        [Test]
        public void anEndWithoutALineGoesByACall()
        {
            Loop.Run(async loop =>
            {
                var store = new PretendStore();
                LiveSession live = await store.Live(loop);
                Task<Answer> waits = live.SayAsync("one");
                store.Sockets[0].Breaks();
                await Soon(loop, 0.01);
                store.Answers(200, "{\"id\":\"s1\",\"status\":\"ended\",\"reason\":\"ended_by_player\",\"consumed\":7,\"released\":19993}");
                Bill bill = await live.EndAsync();
                Assert.That(bill.Consumed, Is.EqualTo(7));
                Assert.That((await Fails.With<SessionEndedException>(waits)).Bill, Is.SameAs(bill));
                Assert.That(store.Made.Last(), Is.EqualTo("DELETE /api/v1/sessions/s1"));
            });
        }

        [Test]
        public void anEndWhoseLineSaysNothingGoesByACallToo()
        {
            Loop.Run(async loop =>
            {
                var store = new PretendStore();
                LiveSession live = await store.Live(loop);
                Task<Bill> ending = live.EndAsync();
                store.Answers(200, "{\"consumed\":9,\"released\":1}");
                Assert.That((await ending).Consumed, Is.EqualTo(9));
            });
        }

        [Test]
        public void anEndDoesNotWaitForALineThatIsGone()
        {
            Loop.Run(async loop =>
            {
                var store = new PretendStore();
                LiveSession live = await store.Live(loop);
                TimeSpan began = loop.Elapsed;
                Task<Bill> ending = live.EndAsync();
                store.Answers(200, "{\"consumed\":9,\"released\":1}");
                store.Sockets[0].Breaks();
                Assert.That((await ending).Consumed, Is.EqualTo(9));
                Assert.That(loop.Elapsed - began, Is.LessThan(TimeSpan.FromSeconds(1)));
                await Soon(loop, 30);
                Assert.That(store.Sockets.Count, Is.EqualTo(1), "nobody comes back to a session that is over");
            });
        }

        [Test]
        public void anEndThatCannotBeMadeLeavesTheSessionAsItWas()
        {
            Loop.Run(async loop =>
            {
                var store = new PretendStore();
                LiveSession live = await store.Live(loop);
                store.Answers(403, "{\"code\":\"FORBIDDEN\"}");
                Task<Bill> ending = live.EndAsync();
                store.Sockets[0].Breaks();
                await Fails.With<PermissionException>(ending);
                await store.Line(loop, 2);
                store.Sockets[1].Greets(0);
                await Soon(loop);
                Assert.That(live.State, Is.EqualTo(LiveState.Live));
            });
        }

        [Test]
        public void whatTheAllocationDoesNotCoverEndsWithTheBill()
        {
            Loop.Run(async loop =>
            {
                var store = new PretendStore();
                LiveSession live = await store.Live(loop);
                Exception told = null;
                live.Error += e => told = told ?? e;
                Task<Answer> saying = live.SayAsync("one");
                store.Sockets[0].Refuses(1, "ALLOCATION_EXHAUSTED", ",'required':100,'remaining':40");
                await Soon(loop);
                store.Sockets[0].Ends(19960, "allocation_exhausted");
                var over = await Fails.With<SessionEndedException>(saying);
                Assert.That(over.Reason, Is.EqualTo("allocation_exhausted"));
                Assert.That(over.Bill.Consumed, Is.EqualTo(19960));
                var poor = (InsufficientDofsException)told;
                Assert.That(poor.Required + " " + poor.Available + " " + poor.Shortfall, Is.EqualTo("100 40 60"));
            });
        }

        [Test]
        public void aSessionThatEndedWhileTheLineWasAwayGivesItsBill()
        {
            Loop.Run(async loop =>
            {
                var store = new PretendStore();
                LiveSession live = await store.Live(loop);
                Task<Answer> waits = live.SayAsync("one");
                store.Answers(503).Refuses(409, "SESSION_ENDED")
                    .Answers(200, "{\"status\":\"ended\",\"endReason\":\"away_too_long\",\"dof\":{\"allocated\":20000,\"consumed\":55}}");
                store.Sockets[0].Breaks();
                var over = await Fails.With<SessionEndedException>(waits);
                Assert.That(over.Reason, Is.EqualTo("away_too_long"));
                Assert.That(over.Bill.Consumed, Is.EqualTo(55));
                Assert.That(over.Bill.Released, Is.EqualTo(19945));
                Assert.That(live.Bill, Is.SameAs(over.Bill));
            });
        }

        [Test]
        public void afterTenMinutesWithoutTheStoreACallFailsAndTheBillComesLater()
        {
            Loop.Run(async loop =>
            {
                var store = new PretendStore();
                LiveSession live = await store.Live(loop);
                Task<Answer> waits = live.SayAsync("one");
                store.Otherwise = call => { throw new ConnectionException("no network"); };
                store.Sockets[0].Breaks();
                var over = await Fails.With<SessionEndedException>(waits);
                Assert.That(over.Reason, Is.EqualTo("away_too_long"));
                Assert.That(over.Bill, Is.Null);
                Assert.That(loop.Elapsed, Is.GreaterThan(TimeSpan.FromMinutes(10)).And.LessThan(TimeSpan.FromMinutes(11)));
                store.Otherwise = call => call.Method == "POST"
                    ? new HttpReply(409, "{\"code\":\"SESSION_ENDED\"}")
                    : new HttpReply(200, "{\"endReason\":\"away_too_long\",\"dof\":{\"allocated\":20000,\"consumed\":5}}");
                var told = new TaskCompletionSource<Bill>();
                live.Ended += told.SetResult;
                Assert.That((await told.Task).Consumed, Is.EqualTo(5));
            });
        }

        [Test]
        public void aSignInThatIsOverForGoodEndsTheTries()
        {
            Loop.Run(async loop =>
            {
                var store = new PretendStore();
                LiveSession live = await store.Live(loop);
                Task<Answer> waits = live.SayAsync("one");
                store.Refuses(401, "INVALID_TOKEN");
                store.Sockets[0].Breaks(4003);
                await Fails.With<AuthenticationException>(waits);
                Assert.That(live.State, Is.EqualTo(LiveState.Ended));
            });
        }

        [Test]
        public void aLineThatWasTakenOverIsNotFoughtFor()
        {
            Loop.Run(async loop =>
            {
                var store = new PretendStore();
                LiveSession live = await store.Live(loop);
                Task<Answer> waits = live.SayAsync("one");
                store.Sockets[0].Breaks(4002);
                var over = await Fails.With<SessionEndedException>(waits);
                Assert.That(over.Reason, Is.EqualTo("opened_elsewhere"));
                await Soon(loop, 60);
                Assert.That(store.Sockets.Count, Is.EqualTo(1));
            });
        }

        [Test]
        public void aLineThatIsDeadWithoutAWordIsNoticed()
        {
            Loop.Run(async loop =>
            {
                var store = new PretendStore();
                await store.Live(loop);
                await store.Line(loop, 2);
                Assert.That(loop.Elapsed, Is.LessThan(TimeSpan.FromSeconds(10)));
                Assert.That(store.Sockets[0].Sent.Count(frame => (string)frame["type"] == "ping"), Is.GreaterThanOrEqualTo(1));
                Assert.That(store.Sockets[0].Disposed, Is.True);
            });
        }

        [Test]
        public void afterASleepTheOtherSideHasItsTimeAnew()
        {
            Loop.Run(async loop =>
            {
                var store = new PretendStore();
                LiveSession live = await store.Live(loop);
                loop.Sleeps(TimeSpan.FromMinutes(40));
                await Soon(loop, 1.5);
                Assert.That(live.State, Is.EqualTo(LiveState.Live), "it is asked first");
                Assert.That(store.Sockets[0].Sent.Count, Is.GreaterThan(0));
                store.Sockets[0].Pongs();
                await Soon(loop, 5);
                Assert.That(store.Sockets.Count, Is.EqualTo(1));
                loop.Sleeps(TimeSpan.FromMinutes(40));
                await store.Line(loop, 2);
            });
        }

        [Test]
        public void anAgentMayThinkForAWhile()
        {
            Loop.Run(async loop =>
            {
                var store = new PretendStore();
                LiveSession live = await store.Live(loop);
                Task<Answer> saying = live.SayAsync("one");
                await Soon(loop, 15);
                store.Sockets[0].Answers(1, "ONE");
                await saying;
                Assert.That(store.Sockets.Count, Is.EqualTo(1));
                Waiting.Ignore(live.SayAsync("two"));
                await store.Line(loop, 2);
                Assert.That(loop.Elapsed, Is.LessThan(TimeSpan.FromSeconds(40)));
            });
        }

        [Test]
        public void aLineThatAnswersPingsIsLeftAlone()
        {
            Loop.Run(async loop =>
            {
                var store = new PretendStore();
                LiveSession live = await store.Live(loop);
                for (int i = 0; i < 60; i++)
                {
                    await Soon(loop, 1);
                    store.Sockets[0].Pongs();
                }
                Assert.That(store.Sockets.Count, Is.EqualTo(1));
                Assert.That(live.State, Is.EqualTo(LiveState.Live));
            });
        }

        [Test]
        public void pauseIsOverWhenTheStoreSaysSo()
        {
            Loop.Run(async loop =>
            {
                var store = new PretendStore();
                LiveSession live = await store.Live(loop);
                Task pausing = live.PauseAsync();
                Assert.That(store.Sockets[0].Said, Is.EqualTo(new[] { "pause" }));
                store.Sockets[0].Updates(5);
                await Soon(loop);
                Assert.That(pausing.IsCompleted, Is.False);
                store.Sockets[0].Updates(5, true);
                await pausing;
                Assert.That(live.State, Is.EqualTo(LiveState.Paused));
                await live.PauseAsync();
                Task resuming = live.ResumeAsync();
                store.Sockets[0].Breaks();
                await store.Line(loop, 2);
                store.Sockets[1].Greets(0, 5, "paused");
                await Soon(loop);
                Assert.That(store.Sockets[1].Said, Is.EqualTo(new[] { "resume" }), "what is wanted is asked for again");
                store.Sockets[1].Updates(5);
                await resuming;
            });
        }

        [Test]
        public void aConfigurationIsTakenWhenNothingWasSaidAgainstIt()
        {
            Loop.Run(async loop =>
            {
                var store = new PretendStore();
                LiveSession live = await store.Live(loop);
                Task good = live.ConfigureAsync(new JObject { { "target_fps", 3 } });
                store.Sockets[0].Pongs();
                await good;
                Task bad = live.ConfigureAsync(new JObject { { "target_fps", 300 } });
                store.Sockets[0].Says("{'type':'error','data':{'code':'TARGET_FPS_RANGE','message':'1 to 10'}}");
                Assert.That((await Fails.With<ValidationException>(bad)).Code, Is.EqualTo("TARGET_FPS_RANGE"));
            });
        }

        [Test]
        public void leavingTheBlockEndsTheSessionUnlessItIsKept()
        {
            Loop.Run(async loop =>
            {
                var store = new PretendStore();
                using (await store.Live(loop))
                {
                }
                await Soon(loop);
                Assert.That(store.Sockets[0].Said, Is.EqualTo(new[] { "end_session" }));

                var other = new PretendStore();
                using (await other.Live(loop, keep: true))
                {
                }
                await Soon(loop);
                Assert.That(other.Sockets[0].Said, Is.Empty);
                Assert.That(other.Sockets[0].Left, Is.EqualTo(1000));
            });
        }

        [Test]
        public void aHireThatNobodyConnectedToIsGivenBack()
        {
            Loop.Run(async loop =>
            {
                var store = new PretendStore().Answers(201, "{\"sessionId\":\"s1\"}");
                using (await store.Client(loop).Marketplace.HireAsync("nova", 20000))
                {
                }
                await Soon(loop);
                Assert.That(store.Made.Last(), Is.EqualTo("DELETE /api/v1/sessions/s1"));
            });
        }

        [Test]
        public void aHireWhoseLineDidNotOpenIsGivenBackToo()
        {
            Loop.Run(async loop =>
            {
                var store = new PretendStore().Answers(201, "{\"sessionId\":\"s1\"}").Refuses(403, "FORBIDDEN");
                using (Session session = await store.Client(loop).Marketplace.HireAsync("nova", 20000))
                {
                    await Fails.With<PermissionException>(session.ConnectAsync());
                }
                await Soon(loop);
                Assert.That(store.Made.Last(), Is.EqualTo("DELETE /api/v1/sessions/s1"));
            });
        }

        [Test]
        public void theHiresOwnTicketSavesACallWhileItIsFresh()
        {
            Loop.Run(async loop =>
            {
                const string hired = "{\"sessionId\":\"s1\",\"connection\":{\"websocketUrl\":\"ws://store.example/ws/session/s1\",\"ticket\":\"hired\"}}";
                var store = new PretendStore().Answers(201, hired);
                Session session = await store.Client(loop).Marketplace.HireAsync("nova", 20000);
                Task<LiveSession> connecting = session.ConnectAsync();
                await store.Line(loop, 1);
                store.Sockets[0].Greets(0);
                await connecting;
                Assert.That(store.Sockets[0].Address.Query, Is.EqualTo("?ticket=hired"));
                Assert.That(store.Calls.Count, Is.EqualTo(1));
            });
        }

        [Test]
        public void aConnectionThatIsRefusedSaysWhy()
        {
            Loop.Run(async loop =>
            {
                var store = new PretendStore().Refuses(409, "SESSION_ENDED");
                var e = await Fails.With<ConflictException>(store.Client(loop).Sessions.ConnectAsync("s1"));
                Assert.That(e.Code, Is.EqualTo("SESSION_ENDED"));
            });
        }
    }
}
