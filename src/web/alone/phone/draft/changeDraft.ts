import type { Draft, DraftFinding, Signature, UnitSignature } from './Draft.ts'

/** A change to a draft. It is pure and applied to the current database content, so that no tap overwrites another. */
export type DraftChange =
  | {
      readonly do: 'count'
      readonly row: string
      readonly rule: string
      readonly counter?: string
      readonly by: 1 | -1
      readonly most?: number
    }
  | { readonly do: 'add'; readonly finding: DraftFinding }
  | {
      readonly do: 'set'
      readonly id: string
      readonly fields: Partial<Omit<DraftFinding, 'id' | 'row' | 'rule'>>
    }
  | { readonly do: 'remove'; readonly id: string }
  | { readonly do: 'clean'; readonly rows: readonly string[]; readonly isClean: boolean }
  | { readonly do: 'rowNote'; readonly row: string; readonly text: string }
  | { readonly do: 'note'; readonly text: string }
  | { readonly do: 'visitedOn'; readonly day: string }
  | { readonly do: 'signInspector'; readonly signature: Signature | undefined }
  | { readonly do: 'signUnit'; readonly signature: UnitSignature | undefined }
  | { readonly do: 'takeOver'; readonly account: string; readonly inspector: string }
  | { readonly do: 'finish'; readonly schemeHash: string }
  | { readonly do: 'reopen' }

/** Changes that do not affect what the two sides sign. A corrected day is sent along with the day that was signed. */
const BESIDES = new Set<DraftChange['do']>([
  'visitedOn',
  'signInspector',
  'signUnit',
  'takeOver',
  'finish',
  'reopen',
])

/** Applies a change to a draft. A change of content removes the signatures, since the two sides signed something else; their names stay. A draft that waits or may have arrived is not changed. */
export function changeDraft(draft: Draft, change: DraftChange, at: string, newId: () => string): Draft {
  if (!mayChange(draft, change)) return draft
  const changed = { ...apply(draft, change, at, newId), changedAt: at }
  return BESIDES.has(change.do) ? changed : unsign(changed)
}

/** Checks whether a change is allowed: never while the draft may have arrived; while it waits, only after it has been taken back. */
function mayChange({ stage }: Draft, change: DraftChange): boolean {
  if (stage.kind === 'waiting')
    return (change.do === 'reopen' || change.do === 'takeOver') && !stage.perhapsSent
  return true
}

function apply(draft: Draft, change: DraftChange, at: string, newId: () => string): Draft {
  switch (change.do) {
    case 'count':
      return recount(draft, change, newId)
    case 'add':
      return touched({ ...draft, findings: [...draft.findings, change.finding] }, change.finding.row)
    case 'set':
      return {
        ...draft,
        findings: draft.findings.map(one =>
          one.id === change.id ? trimmed({ ...one, ...change.fields }) : one,
        ),
      }
    case 'remove':
      return { ...draft, findings: draft.findings.filter(one => one.id !== change.id) }
    case 'clean':
      return markClean(draft, change.rows, change.isClean)
    case 'rowNote':
      return { ...draft, rowNotes: noted(draft.rowNotes, change.row, change.text) }
    case 'note':
      return { ...draft, note: change.text }
    case 'visitedOn':
      return mendDay(draft, change.day)
    case 'signInspector':
      return withOptional(draft, 'inspectorSignature', change.signature)
    case 'signUnit':
      return withOptional({ ...draft, signedFor: undefined }, 'unitSignature', change.signature)
    case 'takeOver':
      return {
        ...withOptional(draft, 'inspectorSignature', undefined),
        account: change.account,
        inspector: change.inspector,
        takenOverFrom: draft.inspector,
        stage: { kind: 'filling' },
      }
    case 'finish':
      return {
        ...draft,
        stage: {
          kind: 'waiting',
          schemeHash: change.schemeHash,
          signedAt: at,
          perhapsSent: false,
          tries: 0,
          nextAt: 0,
        },
      }
    case 'reopen':
      return { ...draft, stage: { kind: 'filling' } }
  }
}

function recount(draft: Draft, change: Extract<DraftChange, { do: 'count' }>, newId: () => string): Draft {
  const { row, rule, counter, by, most } = change
  const old = draft.findings.find(one => one.row === row && one.rule === rule && one.counter === counter)
  if (old === undefined) {
    if (by < 0) return draft
    const finding: DraftFinding = {
      id: newId(),
      row,
      rule,
      count: 1,
      note: '',
      counter,
    }
    return touched({ ...draft, findings: [...draft.findings, finding] }, row)
  }
  const count = Math.min(old.count + by, most ?? 999)
  if (count < 1) return { ...draft, findings: draft.findings.filter(one => one !== old) }
  return { ...draft, findings: draft.findings.map(one => (one === old ? { ...one, count } : one)) }
}

/** Unmarks a row as clean because it has a finding. */
function touched(draft: Draft, row: string): Draft {
  return { ...draft, clean: draft.clean.filter(one => one !== row) }
}

/** Marks rows as clean or not; rows with findings are skipped. */
function markClean(draft: Draft, rows: readonly string[], isClean: boolean): Draft {
  if (!isClean) return { ...draft, clean: draft.clean.filter(row => !rows.includes(row)) }
  const found = new Set(draft.findings.map(({ row }) => row))
  return { ...draft, clean: [...new Set([...draft.clean, ...rows.filter(row => !found.has(row))])] }
}

/** Corrects the day of the visit; the signatures stay, with the day that they were given for. */
function mendDay(draft: Draft, day: string): Draft {
  const { inspectorSignature, unitSignature, signedFor = draft.visitedOn } = draft
  const isSigned = inspectorSignature !== undefined || unitSignature !== undefined
  return { ...draft, visitedOn: day, signedFor: isSigned && signedFor !== day ? signedFor : undefined }
}

function withOptional<K extends 'inspectorSignature' | 'unitSignature'>(
  draft: Draft,
  key: K,
  value: Draft[K],
): Draft {
  const { [key]: _, ...rest } = draft
  return (value === undefined ? rest : { ...rest, [key]: value }) as Draft
}

function unsign(draft: Draft): Draft {
  const { inspectorSignature, unitSignature, signedFor: _, ...rest } = draft
  if (inspectorSignature === undefined && unitSignature === undefined) return rest
  const unit = unitSignature !== undefined && 'name' in unitSignature ? unitSignature.name : undefined
  return { ...rest, unsigned: { inspector: inspectorSignature?.name, unit } }
}

function noted(notes: Draft['rowNotes'], row: string, text: string): Draft['rowNotes'] {
  const { [row]: _, ...others } = notes
  return text === '' ? others : { ...others, [row]: text }
}

/** Removes fields that are undefined. */
function trimmed(finding: DraftFinding): DraftFinding {
  return Object.fromEntries(
    Object.entries(finding).filter(([, value]) => value !== undefined),
  ) as unknown as DraftFinding
}
