/** What agents speak most; an agent that speaks another keeps it. */
export const LANGUAGES =
  "en-GB en-US en-AU ar cs da de el es es-MX fi fr he hi hu id it ja ko nl nb pl pt pt-BR ro ru sv th tr uk vi zh-CN zh-TW".split(
    " ",
  )
