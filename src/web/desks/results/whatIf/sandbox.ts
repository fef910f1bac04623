import type { CallInput } from '../../../client/call.ts'

/** 试算的改动, as the server takes them. */
export type Changes = NonNullable<CallInput<'POST /api/years/:year/what-if'>['body']>

/** 可录入的事实. */
export type EnteredFact = NonNullable<Changes['add']>[number]

/** 试算草稿: what has been changed to see what would happen, with the words that it is listed by. */
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

/** 口径的答案 in the shape of its topic. */
export type RulingAnswer = NonNullable<Changes['rulings']>[number]['answer']

/** 没有改动. */
export const NO_CHANGES: Sandbox = { remove: [], add: [], weights: [], rulings: [] }

/** 改动的条数. */
export function countChanges({ remove, add, weights, rulings }: Sandbox): number {
  return remove.length + add.length + weights.length + rulings.length
}

/** 试算草稿 as the server takes it. */
export function toChanges({ remove, add, weights, rulings }: Sandbox): Changes {
  return {
    remove: remove.map(one => one.fact),
    add: add.map(one => one.fact),
    weights: weights.map(one => ({ ...one })),
    rulings: rulings.map(({ ruling, answer, told }) => ({ ruling, answer, text: told })),
  }
}

/** 去掉一条记录; once is enough. */
export function withoutFact(sandbox: Sandbox, fact: string, told: string): Sandbox {
  return sandbox.remove.some(one => one.fact === fact)
    ? sandbox
    : { ...sandbox, remove: [...sandbox.remove, { fact, told }] }
}

/** 改一项权重; back at what it was, nothing is changed any more. */
export function withWeight(sandbox: Sandbox, component: string, weight: number, was: number): Sandbox {
  const rest = sandbox.weights.filter(one => one.component !== component)
  return { ...sandbox, weights: weight === was ? rest : [...rest, { component, weight }] }
}

/** 改一条口径的答案, or back to what it was where no answer is given. */
export function withRuling(
  sandbox: Sandbox,
  ruling: string,
  changed?: { readonly answer: RulingAnswer; readonly told: string },
): Sandbox {
  const rest = sandbox.rulings.filter(one => one.ruling !== ruling)
  return { ...sandbox, rulings: changed === undefined ? rest : [...rest, { ruling, ...changed }] }
}

/** 读出保存的草稿: whatever is no sandbox of this version is none. */
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
