import type { CallInput } from '../../../client/call.ts'

/** The changes on trial as the server takes them. */
export type Changes = NonNullable<CallInput<'POST /api/years/:year/what-if'>['body']>

/** A fact that can be entered. */
type EnteredFact = NonNullable<Changes['add']>[number]

/** A trial sandbox: what was changed to see its effect, with the words that list it. */
export interface Sandbox {
  readonly remove: readonly { readonly fact: string; readonly told: string }[]
  readonly add: readonly { readonly fact: EnteredFact; readonly told: string }[]
  readonly weights: readonly { readonly component: string; readonly weight: number }[]
  readonly rulings: readonly {
    readonly ruling: string
    readonly answer: RulingAnswer
    readonly told: string
  }[]
}

/** The answer of a ruling in the shape of its topic. */
export type RulingAnswer = NonNullable<Changes['rulings']>[number]['answer']

/** A sandbox without changes. */
export const NO_CHANGES: Sandbox = { remove: [], add: [], weights: [], rulings: [] }

/** Counts the changes. */
export function countChanges({ remove, add, weights, rulings }: Sandbox): number {
  return remove.length + add.length + weights.length + rulings.length
}

/** Converts a sandbox to the changes that the server takes. */
export function toChanges({ remove, add, weights, rulings }: Sandbox): Changes {
  return {
    remove: remove.map(one => one.fact),
    add: add.map(one => one.fact),
    weights: weights.map(one => ({ ...one })),
    rulings: rulings.map(({ ruling, answer, told }) => ({ ruling, answer, text: told })),
  }
}

/** Excludes a record; repeating it has no effect. */
export function withoutFact(sandbox: Sandbox, fact: string, told: string): Sandbox {
  return sandbox.remove.some(one => one.fact === fact)
    ? sandbox
    : { ...sandbox, remove: [...sandbox.remove, { fact, told }] }
}

/** Changes a weight; setting it back to its original value removes the change. */
export function withWeight(sandbox: Sandbox, component: string, weight: number, was: number): Sandbox {
  const rest = sandbox.weights.filter(one => one.component !== component)
  return { ...sandbox, weights: weight === was ? rest : [...rest, { component, weight }] }
}

/** Changes the answer of a ruling, or reverts it if no answer is given. */
export function withRuling(
  sandbox: Sandbox,
  ruling: string,
  changed?: { readonly answer: RulingAnswer; readonly told: string },
): Sandbox {
  const rest = sandbox.rulings.filter(one => one.ruling !== ruling)
  return { ...sandbox, rulings: changed === undefined ? rest : [...rest, { ruling, ...changed }] }
}

/** Parses a saved sandbox; anything that is not a sandbox of this version gives an empty one. */
export function parseSandbox(text: string | null): Sandbox {
  try {
    const kept = JSON.parse(text ?? 'null') as Partial<Sandbox> | null
    const isWhole =
      kept !== null &&
      (['remove', 'add', 'weights', 'rulings'] as const).every(part => Array.isArray(kept[part]))
    return isWhole ? (kept as Sandbox) : NO_CHANGES
  } catch {
    return NO_CHANGES
  }
}
