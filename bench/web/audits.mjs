import lighthouse from "lighthouse"

export const SCORES = ["performance", "accessibility", "best-practices", "seo"]
export const FIGURES = [...SCORES, "lcp", "cls", "tbt", "script"]

/**
 * One load by Lighthouse's own profile of a phone, whose network and processor the browser does slow down. (Lighthouse can also reckon from a fast
 * load what a slow one would take: it then counts each script that ran before the paint, though the paint waited for none.)
 *
 * @param isBack for whoever comes back: what the device has kept of the app is there; else it is gone
 */
export async function audited(url, port, isBack) {
  const { lhr } = await lighthouse(url, {
    port,
    logLevel: "error",
    output: "json",
    throttlingMethod: "devtools",
    disableStorageReset: isBack,
    onlyCategories: SCORES,
  })
  if (lhr.runtimeError) throw new Error(`Lighthouse could not look at ${url}: ${lhr.runtimeError.message}`)
  const value = (audit) => lhr.audits[audit].numericValue
  return {
    ...Object.fromEntries(SCORES.map((score) => [score, 100 * (lhr.categories[score].score ?? 0)])),
    lcp: value("largest-contentful-paint"),
    cls: value("cumulative-layout-shift"),
    tbt: value("total-blocking-time"),
    script: scriptBeforePaint(lhr),
    findings: findings(lhr),
  }
}

/** As the network carries them: the bytes of scripts that were asked for before anything was painted. */
function scriptBeforePaint({ audits }) {
  const painted = audits.metrics.details.items[0].observedFirstContentfulPaint
  return audits["network-requests"].details.items
    .filter(({ resourceType, networkRequestTime }) => resourceType === "Script" && networkRequestTime < painted)
    .reduce((sum, { transferSize }) => sum + transferSize, 0)
}

/** What costs a score, but for the figures that stand in the table. */
function findings({ categories, audits }) {
  return SCORES.slice(1).flatMap((score) =>
    categories[score].auditRefs
      .filter(({ id, weight }) => weight > 0 && audits[id].score !== null && audits[id].score < 0.9)
      .map(({ id }) => `${score}: ${audits[id].title} ${nodes(audits[id])}`.trim()),
  )
}

function nodes({ details }) {
  const snippets = (details?.items ?? []).slice(0, 3).map((item) => item.node?.snippet ?? item.description ?? "")
  return snippets.filter(Boolean).join(" ")
}
