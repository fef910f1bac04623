const KEPT = '<w:p><w:pPr><w:pStyle w:val="OfficialBody"/><w:keepNext/>'
const LOOSE = KEPT.replace('<w:keepNext/>', '')
const END = '</w:p>'

/** Keeps only the last two of paragraphs that follow one another with what comes next: a template keeps the last paragraph with the signature, and where a list repeats it, all of the list would move to another page. */
export function loosenRun(document: string): string {
  const [before, ...kept] = document.split(KEPT)
  const isFollowed = (at: number) =>
    at < kept.length - 1 && kept[at]!.indexOf(END) === kept[at]!.length - END.length
  return kept.reduce(
    (text, one, at) => text + (isFollowed(at) && isFollowed(at + 1) ? LOOSE : KEPT) + one,
    before!,
  )
}
