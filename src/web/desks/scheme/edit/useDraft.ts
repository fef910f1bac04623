import { useCallback, useState } from 'react'
import { canonicalText } from '../../../../domain/kernel/ids.ts'
import { type SchemeDocument, withAllLists } from '../../../../contract/scheme/schemeDocument.ts'
import { keepTyped, readTyped } from '../keptTyping.ts'
import type { SchemeVersion } from '../schemeTypes.ts'

/** A draft being edited: the input on top of what was read, and the revision read. */
interface Draft {
  readonly revision: number
  readonly base: SchemeDocument
  readonly document: SchemeDocument
}

/** A draft being edited, with its actions. */
interface DraftAtHand extends Draft {
  /** whether earlier input was restored from this tab. */
  readonly restored: boolean
  readonly isChanged: boolean
  /** changes when the input is replaced, so that fields are reset. */
  readonly generation: number
  change(document: SchemeDocument): void
  /** continues from what was just saved or read. */
  restart(revision: number, base: SchemeDocument, document?: SchemeDocument): void
}

/** Edits a draft, kept in this tab while it differs from what was read, so that it survives a reload or an ended session. */
export function useDraft({ head, document }: SchemeVersion): DraftAtHand {
  const key = `draft.${head.version}`
  const [restored, setRestored] = useState(() => readTyped<Draft>(key) !== undefined)
  const [draft, setDraft] = useState<Draft>(() => {
    const base = withAllLists(document)
    return readTyped<Draft>(key) ?? { revision: head.revision, base, document: base }
  })
  const [generation, setGeneration] = useState(0)
  const keep = useCallback(
    (next: Draft) => {
      setDraft(next)
      keepTyped(key, next.document === next.base ? undefined : next)
    },
    [key],
  )
  return {
    ...draft,
    restored,
    generation,
    isChanged: draft.document !== draft.base && canonicalText(draft.document) !== canonicalText(draft.base),
    change: next => keep({ ...draft, document: next }),
    restart: (revision, base, next = base) => {
      setRestored(false)
      if (next !== draft.document) setGeneration(generation + 1)
      keep({ revision, base, document: next })
    },
  }
}
