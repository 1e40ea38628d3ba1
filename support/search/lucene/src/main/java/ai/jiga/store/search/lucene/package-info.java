/// The embedded search engine on Lucene. Lucene keeps the postings, the stored text and the durability; how
/// words match, what a match is worth, counting and ordering are ours: a match is worth whole points that
/// depend on nothing but the document and the query, so that equal matches are true ties for the ranking and a
/// cursor stays valid while the index changes. Facet values, numbers and ids of every segment are held on the
/// heap, loaded before the segment is searched.
///
/// How a text is read, see `docs/architecture/search.md`: [TextAnalysis] says what a text can be found by,
/// [QueryText] what a query looks for, [SegmentWords] what it finds, [Reading] which of its words are needed.
@NullMarked
package ai.jiga.store.search.lucene;

import org.jspecify.annotations.NullMarked;
