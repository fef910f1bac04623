import { escapeText } from './cellXml.ts'

/** A note on one cell, its position from 0. */
export interface SheetNote {
  readonly row: number
  readonly column: number
  readonly reference: string
  readonly text: string
}

/** Returns the parts of the notes: the texts, and the boxes (VML) that show them, sized to their text. */
export function notesXml(
  notes: readonly SheetNote[],
  author: string,
): { readonly comments: string; readonly drawing: string } {
  const comments = notes.map(
    ({ reference, text }) =>
      `<comment ref="${reference}" authorId="0"><text><r><rPr><sz val="9"/></rPr><t xml:space="preserve">${escapeText(text)}</t></r></text></comment>`,
  )
  return {
    comments:
      `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">` +
      `<authors><author>${escapeText(author)}</author></authors><commentList>${comments.join('')}</commentList></comments>`,
    drawing: `${VML_HEAD}${notes.map(boxXml).join('')}</xml>`,
  }
}

const VML_HEAD =
  '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">' +
  '<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout>' +
  '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">' +
  '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'

const LETTERS_A_LINE = 24

function boxXml({ row, column, text }: SheetNote, at: number): string {
  const lines = text
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / LETTERS_A_LINE)), 0)
  const height = Math.min(360, 14 * lines + 14)
  return (
    `<v:shape id="_x0000_s${1025 + at}" type="#_x0000_t202" style="position:absolute;visibility:hidden;width:240pt;height:${height}pt" ` +
    'fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>' +
    '<v:textbox style="mso-direction-alt:auto"/><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>' +
    `<x:Anchor>${column + 1}, 12, ${row}, 4, ${column + 4}, 12, ${row + Math.ceil(height / 15)}, 4</x:Anchor>` +
    `<x:AutoFill>False</x:AutoFill><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`
  )
}
