const PARAGRAPH = /<w:p(?: [^>]*)?>[^]*?<\/w:p>|<w:p\/>/g
const TABLE = /<w:tbl>[^]*?<\/w:tbl>/g
const KEPT = /<w:keepNext\/>/

/** How many rows stay with a signature. */
const ROWS = 2

/** Keeps the last rows of a table on the page of the signature below it, which never stands on a page alone. Leaves a text as it is where something else follows the table. (GB/T 9704 7.3.5) */
export function keepTableWithSignature(document: string): string {
  // A table that floats is the imprint.
  const table = [...document.matchAll(TABLE)].findLast(([text]) => !text.includes('<w:tblpPr'))
  if (table === undefined) return document
  const end = table.index + table[0].length
  const next = [...document.slice(end).matchAll(PARAGRAPH)].find(([text]) => /<w:t[ >]/.test(text))
  if (next === undefined || !KEPT.test(next[0])) return document
  const rows = table.index + ([...table[0].matchAll(/<w:tr[ >]/g)].slice(-ROWS)[0]?.index ?? 0)
  const signature = end + next.index
  const kept = document.slice(rows, signature).replace(PARAGRAPH, keep)
  return document.slice(0, rows) + kept + document.slice(signature)
}

function keep(paragraph: string): string {
  if (KEPT.test(paragraph)) return paragraph
  if (!paragraph.includes('<w:pPr>'))
    return `<w:p><w:pPr><w:keepNext/></w:pPr>${paragraph === '<w:p/>' ? '</w:p>' : paragraph.replace(/^<w:p(?: [^>]*)?>/, '')}`
  return paragraph
    .replace(/<w:keepNext [^>]*\/>/, '')
    .replace(/<w:pPr>(?:<w:pStyle [^>]*\/>)?/, '$&<w:keepNext/>')
}
