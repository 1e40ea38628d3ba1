using System;
using Newtonsoft.Json.Linq;

namespace Jiga.Store.Types
{
    /// <summary>
    /// Something the store said. Members that this version of the SDK does not know are in <see cref="Raw"/>, as they came.
    /// </summary>
    public abstract class StoreData
    {
        /// <summary>Remembers what it was read from.</summary>
        protected StoreData(JObject raw)
        {
            Raw = raw ?? new JObject();
        }

        /// <summary>All that the store said, unknown members too.</summary>
        public JObject Raw { get; private set; }

        /// <summary>The type alone: an answer may hold a token, and would end in a log.</summary>
        public override string ToString()
        {
            return GetType().Name;
        }
    }

    /// <summary>One message of a session's line.</summary>
    public abstract class Frame : StoreData
    {
        /// <summary>Reads what stands beside the data.</summary>
        protected Frame(JObject raw) : base(raw)
        {
            Type = Members.Text(Raw, "type");
            Seq = Members.MaybeLong(Raw, "seq");
            Data = Members.Object(Raw, "data") ?? new JObject();
        }

        /// <summary>What kind of frame it is.</summary>
        public string Type { get; private set; }

        /// <summary>The number of the client's frame that it is about; null on what is about none.</summary>
        public long? Seq { get; private set; }

        /// <summary>When the store said it.</summary>
        public DateTimeOffset? Timestamp
        {
            // Read when somebody asks: most of those who hear many frames do not.
            get { return Members.MaybeTime(Raw, "timestamp"); }
        }

        /// <summary>What it says.</summary>
        public JObject Data { get; private set; }
    }
}
