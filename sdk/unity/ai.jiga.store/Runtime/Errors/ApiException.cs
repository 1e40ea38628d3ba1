using System;
using System.Collections.Generic;
using Newtonsoft.Json.Linq;

namespace Jiga.Store
{
    /// <summary>
    /// The store answered, and refused. <see cref="Code"/> is stable and for programs; <see cref="Detail"/> is a sentence about what to do.
    /// <example><code>
    /// try { await store.Marketplace.HireAsync("nova-coordinator-001", 20000, cancel); }
    /// catch (InsufficientDofsException e) { Console.WriteLine(e.Shortfall + " DOF are missing."); }
    /// catch (ApiException e) { Console.WriteLine(e.Code + ": " + e.Detail); }
    /// </code></example>
    /// </summary>
    public class ApiException : JigaException
    {
        internal ApiException(Problem problem) : base(problem.Sentence())
        {
            Status = problem.Status;
            Code = problem.Code;
            Detail = Secrets.Hide(problem.Detail);
            Params = problem.Params;
            RequestId = problem.RequestId;
            Retryable = problem.Retryable;
        }

        /// <summary>The HTTP status; on a session's line, the one that the same refusal has over HTTP.</summary>
        public int Status { get; private set; }

        /// <summary>Stable, such as <c>INSUFFICIENT_DOFS</c>. New ones pass through as they are.</summary>
        public string Code { get; private set; }

        /// <summary>What is wrong and what to do next, in English.</summary>
        public string Detail { get; private set; }

        /// <summary>The figures of the refusal, by name.</summary>
        public JObject Params { get; private set; }

        /// <summary>Name it when you report the problem; null if the store gave none.</summary>
        public string RequestId { get; private set; }

        /// <summary>Whether the same call may succeed later.</summary>
        public bool Retryable { get; private set; }
    }

    /// <summary>
    /// The wallet, or what a session was allotted, does not cover it (402).
    /// <example><code>
    /// try { await store.Marketplace.HireAsync("nova-coordinator-001", 900000000, cancel); }
    /// catch (InsufficientDofsException e) { Console.WriteLine(e.Required + " needed, " + e.Available + " there."); }
    /// </code></example>
    /// </summary>
    public sealed class InsufficientDofsException : ApiException
    {
        internal InsufficientDofsException(Problem problem) : base(problem)
        {
            Required = problem.Amount("required");
            Available = problem.Amount("available", "remaining");
            Shortfall = problem.Amount("shortfall") ?? (Required - Available);
            JObject topUp = Types.Members.Object(problem.Params, "topUp");
            TopUpUrl = topUp == null ? null : Types.Members.Text(topUp, "href");
        }

        /// <summary>What it would cost, in DOF.</summary>
        public long? Required { get; private set; }

        /// <summary>What there is.</summary>
        public long? Available { get; private set; }

        /// <summary>What is missing.</summary>
        public long? Shortfall { get; private set; }

        /// <summary>The address of the API that a purchase of what is missing is posted to, and no page; null where the store named none.</summary>
        public string TopUpUrl { get; private set; }
    }

    /// <summary>
    /// Too many calls (429).
    /// <example><code>
    /// try { await store.Wallet.GetAsync(cancel); }
    /// catch (RateLimitException e) { Console.WriteLine("again in " + e.RetryAfter); }
    /// </code></example>
    /// </summary>
    public sealed class RateLimitException : ApiException
    {
        internal RateLimitException(Problem problem, TimeSpan? retryAfter) : base(problem)
        {
            RetryAfter = retryAfter;
        }

        /// <summary>How long the store asks to wait; null if it did not say.</summary>
        public TimeSpan? RetryAfter { get; private set; }
    }

    /// <summary>
    /// Something stands against it as things are (409, 412).
    /// <example><code>
    /// try { await store.Sessions.ConnectAsync(id, cancel); }
    /// catch (ConflictException e) when (e.Code == "SESSION_ENDED") { Console.WriteLine("That one is over."); }
    /// </code></example>
    /// </summary>
    public sealed class ConflictException : ApiException
    {
        internal ConflictException(Problem problem) : base(problem)
        {
        }
    }

    /// <summary>
    /// What was sent is malformed, or against a rule (400, 413, 415, 422).
    /// <example><code>
    /// try { await store.Sessions.ReviewAsync(id, new ReviewBody { Rating = 6, Comment = "!" }, cancel); }
    /// catch (ValidationException e) { foreach (var field in e.Fields) Console.WriteLine(field.Key + ": " + field.Value); }
    /// </code></example>
    /// </summary>
    public sealed class ValidationException : ApiException
    {
        internal ValidationException(Problem problem) : base(problem)
        {
            Fields = problem.Fields;
        }

        /// <summary>What is wrong with each field, by its path; empty if the store named none.</summary>
        public IReadOnlyDictionary<string, string> Fields { get; private set; }
    }

    /// <summary>
    /// Nobody is signed in, or no longer (401).
    /// <example><code>
    /// try { await store.Auth.LoginAsync("player@demo.jiga.local", "wrong words", cancel); }
    /// catch (AuthenticationException e) { Console.WriteLine(e.Detail); }
    /// </code></example>
    /// </summary>
    public sealed class AuthenticationException : ApiException
    {
        internal AuthenticationException(Problem problem) : base(problem)
        {
        }
    }

    /// <summary>
    /// Not the caller's to do (403).
    /// <example><code>
    /// try { await store.Agents.MetricsAsync("nova-coordinator-001", cancel); }
    /// catch (PermissionException e) { Console.WriteLine(e.Code + " " + e.Params["scope"]); }
    /// </code></example>
    /// </summary>
    public sealed class PermissionException : ApiException
    {
        internal PermissionException(Problem problem) : base(problem)
        {
        }
    }

    /// <summary>
    /// Not there, or not to be known of (404, 410).
    /// <example><code>
    /// try { await store.Marketplace.GetAsync("nobody", cancel); }
    /// catch (NotFoundException) { Console.WriteLine("There is no such listing."); }
    /// </code></example>
    /// </summary>
    public sealed class NotFoundException : ApiException
    {
        internal NotFoundException(Problem problem) : base(problem)
        {
        }
    }
}
