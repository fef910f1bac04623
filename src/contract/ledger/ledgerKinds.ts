import type { Counter, Scheme } from '../../domain/scheme/scheme.ts'

/** Ledger kinds that are only kept, not counted. */
export const freeLedgerKinds = {
  meeting: '会议',
  study: '学习',
  themedDay: '主题党日',
  visit: '走访',
  pairing: '结对共建',
  community: '社区服务',
  return: '报送报表',
  notice: '通知',
  dualDebrief: '双述双评',
  other: '其他',
} as const

/** Kind of ledger entry: a counter of the scheme, or a free kind that is only kept. */
interface LedgerKind {
  readonly kind: string
  readonly name: string
  readonly counter?: Counter
}

/** Returns the ledger kinds of a scheme, counters first. A free kind with the same name as a counter is left out, so that nobody picks the uncounted one by mistake. */
export function ledgerKindsOf({ counters }: Scheme): readonly LedgerKind[] {
  const kept = counters.filter(counter => counter.kind === 'done')
  const names = new Set(kept.map(counter => counter.name))
  return [
    ...kept.map(counter => ({ kind: counter.id, name: counter.name, counter })),
    ...Object.entries(freeLedgerKinds).flatMap(([kind, name]) => (names.has(name) ? [] : [{ kind, name }])),
  ]
}

/** Returns the name of a kind, or its id if it belongs to a scheme that was since replaced. */
export function ledgerKindName(scheme: Scheme, kind: string): string {
  return (
    ledgerKindsOf(scheme).find(one => one.kind === kind)?.name ??
    (freeLedgerKinds as Readonly<Record<string, string>>)[kind] ??
    kind
  )
}
