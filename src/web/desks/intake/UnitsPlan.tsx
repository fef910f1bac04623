import type { ReactNode } from 'react'
import type { ImportChoice, Plan } from './intakeTypes.ts'

/** Shows the changes to the roster (名册): how many units are added, changed and removed, and which. */
export function UnitsPlan({
  plan: { units, holders },
  choice,
}: {
  readonly plan: Plan
  readonly choice: ImportChoice
}) {
  if (choice.roster === 'skip' || units.read === 0) return null
  return (
    <>
      <p>
        名册：新增 {units.added} 个单位，修改 {units.changed} 个，一致 {units.same} 个
        {units.removed > 0 && (
          <>
            ，<strong className="bad">移出 {units.removed} 个</strong>
          </>
        )}
        {units.kept > 0 && `，文件里没有而保留 ${units.kept} 个`}；任职新增 {holders.added} 条，删去{' '}
        {holders.removed} 条。
      </p>
      <First
        title="新增的单位"
        total={units.added}
        shown={units.addedFirst.map(unit => [unit.id, unit.name])}
      />
      <First
        title="修改的单位"
        total={units.changed}
        shown={units.changedFirst.map(unit => [unit.id, `${unit.name}：${unit.changes.join('；')}`])}
      />
      <First
        title="移出的单位"
        total={units.removed}
        shown={units.removedFirst.map(unit => [unit.id, unit.name])}
      />
    </>
  )
}

interface FirstProps {
  readonly title: string
  readonly total: number
  readonly shown: readonly (readonly [string, ReactNode])[]
}

function First({ title, total, shown }: FirstProps) {
  if (total === 0) return null
  return (
    <details className="import-notices">
      <summary>
        {title}（{total}个）
      </summary>
      <ul>
        {shown.map(([id, text]) => (
          <li key={id}>{text}</li>
        ))}
        {total > shown.length && <li>另有 {total - shown.length} 个</li>}
      </ul>
    </details>
  )
}
