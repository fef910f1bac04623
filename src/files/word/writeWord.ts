import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { AlignmentType, Document, Packer, PageBreak, Paragraph, TextRun } from 'docx'
import type { FileChild, ParagraphChild } from 'docx'
import { fontOf, takeOffGrid, officialPage, officialStyles, pageNumberFooter } from './officialPage.ts'
import type { WordBlock, WordDocument } from '../../contract/documents/wordBlocks.ts'
import { breakTitle } from './breakTitle.ts'
import { layPicture } from './layPicture.ts'
import { layTable } from './wordTable.ts'
import { printable } from './printable.ts'

const STYLES = 'word/styles.xml'

/** Writes an official document (GB/T 9704-2012) as .docx, with what stands above its title and below its text. Needs neither network nor fonts. */
export async function writeWord(
  document: WordDocument,
  {
    head = [],
    foot = [],
    isFirstUnnumbered = false,
  }: {
    readonly head?: readonly FileChild[]
    readonly foot?: readonly FileChild[]
    /** Whether the first page bears no number. */
    readonly isFirstUnnumbered?: boolean
  } = {},
): Promise<Uint8Array> {
  const title = document.title.flatMap(breakTitle).map(line => paragraph(line, { style: 'OfficialTitle' }))
  const below =
    document.subtitle === undefined
      ? []
      : document.subtitle
          .split('\n')
          .map(line => new Paragraph({ alignment: AlignmentType.CENTER, children: [secondFont(line)] }))
  const body: FileChild[] = []
  for (const block of document.blocks)
    body.push(...(block.kind === 'picture' ? [await layPicture(block.picture)] : layBlock(block)))
  const file = new Document({
    title: printable(document.title.join('')),
    creator: '',
    evenAndOddHeaderAndFooters: true,
    styles: { paragraphStyles: officialStyles },
    sections: [
      {
        properties: { ...officialPage, ...(isFirstUnnumbered && { titlePage: true }) },
        footers: { default: pageNumberFooter('odd'), even: pageNumberFooter('even') },
        children: [...head, ...title, ...below, new Paragraph({}), ...body, ...foot],
      },
    ],
  })
  const parts = unzipSync(new Uint8Array(await Packer.toArrayBuffer(file)))
  parts[STYLES] = strToU8(takeOffGrid(strFromU8(parts[STYLES]!)))
  return zipSync(parts)
}

function layBlock(block: Exclude<WordBlock, { kind: 'picture' }>): readonly FileChild[] {
  switch (block.kind) {
    case 'heading':
      return [paragraph(block.text, { style: `OfficialHeading${block.level}` })]
    case 'paragraph':
      return [
        paragraph(block.text, {
          ...(block.plain ? {} : { style: 'OfficialBody' }),
          ...(block.keepNext && { keepNext: true }),
        }),
      ]
    case 'centred':
      return [paragraph(block.text, { alignment: AlignmentType.CENTER })]
    case 'table':
      return [layTable(block), new Paragraph({})]
    case 'signatures':
      return pairsOf(block.labels).map(pair => paragraph(pair.map(signature).join('　'), { keepNext: true }))
    case 'closing':
      return [
        new Paragraph({ keepNext: true }),
        paragraph(block.by, { alignment: AlignmentType.RIGHT, indent: { right: 640 }, keepNext: true }),
        paragraph(block.day, { alignment: AlignmentType.RIGHT, indent: { right: 1280 } }),
      ]
    case 'newPage':
      return [new Paragraph({ children: [new PageBreak()] })]
  }
}

interface ParagraphLook {
  readonly style?: string
  readonly alignment?: (typeof AlignmentType)[keyof typeof AlignmentType]
  readonly indent?: { readonly right: number }
  readonly keepNext?: boolean
}

function paragraph(text: string, look: ParagraphLook): Paragraph {
  return new Paragraph({ ...look, children: runsOf(text) })
}

/** Lays out text in runs, one a line. */
function runsOf(text: string): ParagraphChild[] {
  return text.split('\n').map((line, at) => new TextRun({ text: printable(line), break: at === 0 ? 0 : 1 }))
}

function secondFont(text: string): TextRun {
  return new TextRun({ text: printable(text), font: fontOf('second') })
}

function pairsOf(labels: readonly string[]): readonly (readonly string[])[] {
  return labels.flatMap((_, at) => (at % 2 === 0 ? [labels.slice(at, at + 2)] : []))
}

function signature(label: string): string {
  return `${label}：${'＿'.repeat(Math.max(4, 12 - [...label].length))}`
}
