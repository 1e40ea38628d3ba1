using System;
using System.Collections.Generic;
using System.IO;
using Newtonsoft.Json.Linq;

/// <summary>What a game and its player sent in a match, and when: one JSON object a line, as in apps/demo.</summary>
public sealed class RecordedMatch
{
    /// <summary>One thing that happened, so long after the one before it.</summary>
    public struct Moment
    {
        public TimeSpan After;
        public string Type;
        public JObject Data;
    }

    private readonly List<Moment> moments = new List<Moment>();

    /// <summary>Reads the lines of a recording.</summary>
    public RecordedMatch(TextReader lines)
    {
        for (string line = lines.ReadLine(); line != null; line = lines.ReadLine())
        {
            JObject read = JObject.Parse(line);
            var frame = (JObject)read["frame"];
            moments.Add(new Moment
            {
                After = TimeSpan.FromMilliseconds((double)read["afterMillis"]),
                Type = (string)frame["type"],
                Data = (JObject)frame["data"],
            });
        }
    }

    /// <summary>In the order of play.</summary>
    public IList<Moment> Moments
    {
        get { return moments; }
    }

    /// <summary>How long it took.</summary>
    public TimeSpan Length
    {
        get
        {
            TimeSpan length = TimeSpan.Zero;
            foreach (Moment each in moments)
            {
                length += each.After;
            }
            return length;
        }
    }
}
