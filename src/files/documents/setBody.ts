const KEPT = '<w:p><w:pPr><w:pStyle w:val="OfficialBody"/><w:keepNext/>'
const LOOSE = KEPT.replace('<w:keepNext/>', '')
const END = '</w:p>'

/** A paragraph of the body with line breaks: its properties, and what it says. */
const BROKEN =
  /<w:p>(<w:pPr><w:pStyle w:val="OfficialBody"\/>(?:<w:keepNext\/>)?<\/w:pPr>)((?:(?!<\/w:p>)[^])*?<w:br\/>(?:(?!<\/w:p>)[^])*)<\/w:p>/g

const BREAK = /<w:r>(?:<w:rPr>(?:(?!<\/w:rPr>)[^])*<\/w:rPr>)?<w:br\/><\/w:r>/g

/** Sets the body of a filled template: each line that somebody typed is a paragraph, since programs spread a line before a break over the whole width, and of paragraphs kept with what follows the last two are. */
export function setBody(document: string): string {
  return loosenRuns(document.includes('<w:br/>') ? splitLines(document) : document)
}

function splitLines(document: string): string {
  return document.replaceAll(BROKEN, (_, look: string, said: string) =>
    said
      .split(BREAK)
      .map(line => `<w:p>${look}${line}</w:p>`)
      .join(''),
  )
}

/** A template keeps the last paragraph with the signature; where a list repeats it, all of the list would move to another page. */
function loosenRuns(document: string): string {
  const [before, ...kept] = document.split(KEPT)
  const isFollowed = (at: number) =>
    at < kept.length - 1 && kept[at]!.indexOf(END) === kept[at]!.length - END.length
  return kept.reduce(
    (text, one, at) => text + (isFollowed(at) && isFollowed(at + 1) ? LOOSE : KEPT) + one,
    before!,
  )
}
