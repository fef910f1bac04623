import { printDay } from './printDay.ts'

/** Shows a date: 2018年12月21日, with the time of day where there is one. */
export function ChineseDate({ of, none = '—' }: { readonly of: string | undefined; readonly none?: string }) {
  if (of === undefined) return <span>{none}</span>
  return (
    <time dateTime={of} style={{ whiteSpace: 'nowrap' }}>
      {printDay(of)}
    </time>
  )
}
