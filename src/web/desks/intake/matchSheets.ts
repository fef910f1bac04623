import { type ChosenHeadings, rememberedHeadings, rememberHeadings } from '../../kit/lists/ChooseHeadings.tsx'

const ID = 'facts'
let last: { readonly intake: string; readonly file: File } | undefined

/** The headings chosen for the sheets of the facts workbook before, in this browser: by `sheet/column`. */
export function matchedColumns(): ChosenHeadings {
  return rememberedHeadings(ID)
}

/** Returns those of one sheet, by column. */
export function matchedOf(sheet: string): ChosenHeadings {
  const own = Object.entries(matchedColumns()).filter(([key]) => key.startsWith(`${sheet}/`))
  return Object.fromEntries(own.map(([key, heading]) => [key.slice(sheet.length + 1), heading]))
}

/** Remembers the headings chosen for one sheet, besides those of the others. */
export function matchSheet(sheet: string, chosen: ChosenHeadings): void {
  const own = Object.entries(chosen).map(([column, heading]) => [
    `${sheet}/${column}`,
    heading === column ? '' : heading,
  ])
  rememberHeadings(ID, { ...matchedColumns(), ...Object.fromEntries(own) })
}

/** Keeps the file of an import until another is sent, so that it can be read again with other headings. */
export function keepSent(intake: string, file: File): void {
  last = { intake, file }
}

/** Returns the file of an import, unless the page was loaded anew since. */
export function sentFile(intake: string): File | undefined {
  return last?.intake === intake ? last.file : undefined
}
