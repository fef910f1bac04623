import type { CallInput } from '../../../client/call.ts'
import type { Draft, DraftFinding, DraftPhoto } from './Draft.ts'

/** An inspection sheet (核查表) as the server accepts it. */
export type SheetBody = CallInput<'POST /api/years/:year/sheets'>['body']

/** Builds the request body of a sheet. Nothing is left to defaults, so that a repeated request is identical. `reasoned` are the rules (`row rule`) whose note is their reason (R14). */
export function sheetBody(
  draft: Draft,
  photos: readonly DraftPhoto[],
  reasoned: ReadonlySet<string>,
  device: string,
): SheetBody {
  const { stage, inspectorSignature } = draft
  if (stage.kind !== 'waiting' || inspectorSignature === undefined)
    throw new Error('only a finished sheet is sent')
  const rowsFound = new Set(draft.findings.map(({ row }) => row))
  const unit = unitPart(draft)
  return {
    draft: draft.id,
    assignment: draft.assignment,
    schemeHash: stage.schemeHash,
    visitedOn: draft.visitedOn,
    startedAt: draft.startedAt,
    signedAt: stage.signedAt,
    device,
    findings: draft.findings.map((finding, at) => {
      const isFirst = draft.findings.findIndex(({ row }) => row === finding.row) === at
      return findingPart(draft, finding, isFirst ? photosOf(photos, finding.row) : [], isFirst, reasoned)
    }),
    note: [
      draft.note,
      ...Object.entries(draft.rowNotes).flatMap(([row, text]) =>
        rowsFound.has(row) ? [] : [`${row}：${text}`],
      ),
    ]
      .filter(text => text.trim() !== '')
      .join('\n')
      .trim(),
    photos: distinct(photos.filter(({ row }) => row === undefined || !rowsFound.has(row)).map(fileOf)),
    inspector: { name: inspectorSignature.name.trim(), picture: inspectorSignature.picture },
    unit,
    signedFor: draft.signedFor,
    takenOverFrom: draft.takenOverFrom,
  }
}

function findingPart(
  draft: Draft,
  finding: DraftFinding,
  photos: readonly string[],
  isFirst: boolean,
  reasoned: ReadonlySet<string>,
): SheetBody['findings'][number] {
  const { id, row, rule, count, amount, level, multiplier, persons, occasions, counter } = finding
  const isReason = reasoned.has(`${row} ${rule}`)
  const note = [isReason ? '' : finding.note, isFirst ? (draft.rowNotes[row] ?? '') : '']
    .filter(text => text.trim() !== '')
    .join('\n')
  return {
    id,
    row,
    rule,
    count,
    // Points are decimals on the way.
    amount: amount === undefined ? undefined : amount / 1000,
    level,
    multiplier,
    persons,
    occasions,
    counter,
    reason: isReason ? finding.note.trim() : '',
    note: note.trim(),
    photos: [...photos],
  }
}

function unitPart({ unitSignature }: Draft): SheetBody['unit'] {
  switch (unitSignature?.kind) {
    case undefined:
      return undefined
    case 'refused':
      return { kind: 'refused', reason: unitSignature.reason.trim() }
    case 'paper':
      return { kind: 'paper', name: unitSignature.name.trim(), ...postOf(unitSignature.post) }
    case 'signed':
      return {
        kind: 'signed',
        name: unitSignature.name.trim(),
        ...postOf(unitSignature.post),
        picture: unitSignature.picture,
      }
  }
}

function postOf(post: string): { readonly post?: string } {
  return post.trim() === '' ? {} : { post: post.trim() }
}

function photosOf(photos: readonly DraftPhoto[], row: string): readonly string[] {
  return distinct(photos.filter(photo => photo.row === row).map(fileOf))
}

function fileOf({ file }: DraftPhoto): string {
  if (file === undefined) throw new Error('photos are sent before their sheet')
  return file
}

function distinct(all: readonly string[]): string[] {
  return [...new Set(all)]
}
