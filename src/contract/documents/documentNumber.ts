/** Prints a document number (发文字号): word, year in 〔 〕, and number without zeros in front. (GB/T 9704 7.2.5) */
export function printDocumentNumber(word: string, year: number, number: number): string {
  return `${word}〔${year}〕${number}号`
}
