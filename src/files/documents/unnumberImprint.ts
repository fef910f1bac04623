/** A paragraph that begins a page, as the templates that ship lay it out before the imprint. */
const BREAK = /<w:p>(?:(?!<\/w:p>)[^])*?<w:pageBreakBefore\/>(?:(?!<\/w:p>)[^])*?<\/w:p>/g

/** Takes the page numbers off a blank page and the page of the imprint behind it: each becomes a section whose first page has no footer. Leaves a text that is laid out otherwise as it is. (GB/T 9704 7.5) */
export function unnumberImprint(document: string): string {
  const [blank, last, ...more] = [...document.matchAll(BREAK)]
  const at = document.lastIndexOf('<w:sectPr')
  const section = /^<w:sectPr[^]*?<\/w:sectPr>/.exec(document.slice(at))?.[0]
  if (blank === undefined || last === undefined || more.length > 0 || section === undefined) return document
  if (at < last.index || section.includes('<w:titlePg')) return document
  const bare = section.replace(/(?=<w:docGrid|<\/w:sectPr>)/, '<w:titlePg/>')
  return [
    document.slice(0, blank.index),
    ending(section),
    document.slice(blank.index, last.index),
    ending(bare),
    document.slice(last.index, at),
    bare,
    document.slice(at + section.length),
  ].join('')
}

/** A paragraph without height that ends a section. */
function ending(section: string): string {
  return `<w:p><w:pPr><w:spacing w:line="20" w:lineRule="exact"/>${section}</w:pPr></w:p>`
}
