import type { DocumentData } from '../../../../contract/documents/documentField.ts'
import type { WordBlock } from '../../../../contract/documents/wordBlocks.ts'
import { type Refusal, refuse } from '../../../../domain/kernel/refusal.ts'
import type { UnitResult } from '../../../../domain/score/outcome.ts'
import type { AppContext } from '../../../platform/appContext.ts'
import type { SealRow } from '../../../year/lifecycle.store.ts'
import type { ScoredYear } from '../../../year/outcome/scoredYear.ts'
import { resultsOf } from '../resultsOf.ts'

/** What kinds are drawn up from: the year as it stands or as it was sealed. */
export interface KindGround {
  readonly context: AppContext
  readonly scored: ScoredYear
  /** None for what is drawn up before the seal. */
  readonly seal?: SealRow
}

/** Which document of a kind: for a unit, about something such as a meeting. */
export interface Target {
  readonly unit: string | null
  /** The id of what it is about; blank if it is about the unit or the year. */
  readonly subject: string
  /** What it is about, as part of its title. */
  readonly about: string
}

/** What a document says before anybody types into it. */
interface KindContent {
  readonly title: string
  readonly addressee?: string
  /** Computed only where the document is made: it may ask for much. */
  data(): DocumentData | Promise<DocumentData>
  /** The text, where a room lays it out itself. */
  blocks?(): Promise<readonly WordBlock[]>
}

/** A kind ready to be drawn up: for whom, and what it says for one of them. */
export interface ReadyKind {
  readonly targets: readonly Target[]
  draw(target: Pick<Target, 'unit' | 'subject'>): KindContent | Refusal
}

/** Reads what a kind needs, once for all documents of it. */
export type LoadKind = (ground: KindGround) => ReadyKind | Promise<ReadyKind>

/** A kind with one document for the year. */
export function forYear(of: (ground: KindGround) => KindContent | Refusal): LoadKind {
  return ground => ({
    targets: [{ unit: null, subject: '', about: '' }],
    draw: () => of(ground),
  })
}

/** A kind with one document for each appraised unit; `load` reads what all of them share. `unitNotAppraised`. */
export function forUnits<Shared>(
  load: (ground: KindGround) => Shared | Promise<Shared>,
  of: (ground: KindGround, result: UnitResult, shared: Shared) => KindContent | Refusal,
): LoadKind {
  return async ground => {
    const { units } = ground.scored
    const shared = await load(ground)
    const results = resultsOf(ground.scored)
    return {
      targets: [...results.keys()].map(unit => ({ unit, subject: '', about: '' })),
      draw({ unit }) {
        const result = results.get(unit ?? '')
        return result === undefined
          ? refuse('unitNotAppraised', { unit: units.get(unit ?? '')?.name ?? unit ?? '' })
          : of(ground, result, shared)
      },
    }
  }
}

/** A kind with one document for each of something. `notFound`. */
export function forEach<
  One extends Pick<Target, 'about'> & { readonly id: string; readonly unit?: string | undefined },
>(
  list: (ground: KindGround) => Promise<readonly One[]>,
  of: (ground: KindGround, one: One) => KindContent,
): LoadKind {
  return async ground => {
    const all = new Map((await list(ground)).map(one => [one.id, one]))
    return {
      targets: [...all.values()].map(({ id, unit = null, about }) => ({ unit, subject: id, about })),
      draw({ subject }) {
        const one = all.get(subject)
        return one === undefined ? refuse('notFound', { what: '这份文件所写的事' }) : of(ground, one)
      },
    }
  }
}
