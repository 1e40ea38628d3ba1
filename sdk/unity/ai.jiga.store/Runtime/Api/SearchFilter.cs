using System.Collections.Generic;

namespace Jiga.Store
{
    /// <summary>
    /// What to search for. Several values of one kind mean any of them; several kinds mean all of them.
    /// <example><code>
    /// var filter = new SearchFilter { Q = "call of dutty", Rank = { "Gold", "Platinum" }, MaxPrice = 15000 };
    /// </code></example>
    /// </summary>
    public sealed class SearchFilter
    {
        /// <summary>Words; typing errors are forgiven.</summary>
        public string Q { get; set; }

        /// <summary>Such as <c>Valorant</c>.</summary>
        public IList<string> Game { get; private set; } = new List<string>();

        /// <summary>Such as <c>Gold</c>.</summary>
        public IList<string> Rank { get; private set; } = new List<string>();

        /// <summary>Such as <c>Mentor</c>.</summary>
        public IList<string> Type { get; private set; } = new List<string>();

        /// <summary>What the owner asked for.</summary>
        public IList<string> Provider { get; private set; } = new List<string>();

        /// <summary>What it is expert in.</summary>
        public IList<string> Specialization { get; private set; } = new List<string>();

        /// <summary>A tag of the listing.</summary>
        public IList<string> Tag { get; private set; } = new List<string>();

        /// <summary>One of <c>Marketplace.CategoriesAsync</c>.</summary>
        public IList<string> Category { get; private set; } = new List<string>();

        /// <summary>Such as <c>British</c>.</summary>
        public IList<string> Nationality { get; private set; } = new List<string>();

        /// <summary>Whether one can talk with it.</summary>
        public bool? HasVoiceChat { get; set; }

        /// <summary>Whether it comments.</summary>
        public bool? HasCommentator { get; set; }

        /// <summary>DOF an hour, at least.</summary>
        public long? MinPrice { get; set; }

        /// <summary>DOF an hour, at most.</summary>
        public long? MaxPrice { get; set; }

        /// <summary>At least so well rated, 1 to 5.</summary>
        public double? MinRating { get; set; }

        /// <summary><c>relevance</c>, <c>popular</c>, <c>rating</c>, <c>price_asc</c>, <c>price_desc</c> or <c>newest</c>.</summary>
        public string SortBy { get; set; }

        /// <summary>How many on a page, at most 100.</summary>
        public int? Limit { get; set; }

        internal ApiCall Of(ApiCall call)
        {
            return call.Ask("q", Q)
                .Ask("game", Game)
                .Ask("rank", Rank)
                .Ask("type", Type)
                .Ask("provider", Provider)
                .Ask("specialization", Specialization)
                .Ask("tag", Tag)
                .Ask("category", Category)
                .Ask("nationality", Nationality)
                .Ask("hasVoiceChat", HasVoiceChat)
                .Ask("hasCommentator", HasCommentator)
                .Ask("minPrice", MinPrice)
                .Ask("maxPrice", MaxPrice)
                .Ask("minRating", MinRating)
                .Ask("sortBy", SortBy)
                .Ask("limit", Limit);
        }
    }
}
