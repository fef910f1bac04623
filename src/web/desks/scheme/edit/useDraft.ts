import { useCallback, useState } from 'react'
import { canonicalText } from '../../../../domain/kernel/ids.ts'
import { type SchemeDocument, withAllLists } from '../../../../contract/scheme/schemeDocument.ts'
import { keepTyped, readTyped } from '../keptTyping.ts'
import type { SchemeVersion } from '../schemeTypes.ts'

/** 编辑中的草案: what is typed over what was read, and the revision that this was. */
export interface Draft {
  readonly revision: number
  readonly base: SchemeDocument
  readonly document: SchemeDocument
}

/** 编辑中的草案 and what can be done with it. */
export interface DraftAtHand extends Draft {
  /** what was typed before, in this tab, was found again. */
  readonly restored: boolean
  readonly isChanged: boolean
  /** moves when what is typed was replaced by something else, so that fields begin anew. */
  readonly generation: number
  change(document: SchemeDocument): void
  /** goes on from what has just been saved or read. */
  restart(revision: number, base: SchemeDocument, document?: SchemeDocument): void
}

/** 编辑草案: kept in this tab while it differs from what was read, so that neither a reload nor an ended session loses it. */
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
