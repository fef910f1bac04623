import { Button } from 'antd'
import { useState } from 'react'
import { purposeNames } from '../../../domain/campaign/draw/drawPurpose.ts'
import { ChineseDate } from '../../kit/ChineseDate.tsx'
import { EmptyState } from '../../kit/EmptyState.tsx'
import { Fingerprint } from './Fingerprint.tsx'
import type { UnitList } from './drawTypes.ts'
import { ListEditor } from './ListEditor.tsx'

interface Props {
  readonly year: number
  readonly unit: string
  readonly list: UnitList
  readonly mayKeep: boolean
}

/** Shows a draw list: its lines, latest version and earlier versions. Its keepers can edit it. */
export function ListPart({ year, unit, list, mayKeep }: Props) {
  const [editing, setEditing] = useState(false)
  const [latest] = list.versions
  if (editing) return <ListEditor year={year} unit={unit} list={list} onDone={() => setEditing(false)} />
  const edit = (
    <Button type="primary" onClick={() => setEditing(true)}>
      {latest === undefined ? '登记名单' : '修改名单'}
    </Button>
  )
  if (latest === undefined) {
    const what = mayKeep ? '可以从表格中复制粘贴，也可以导入工作簿。' : '由本单位或组织考核者登记。'
    return <EmptyState title={`还没有${purposeNames[list.purpose]}名单`} what={what} next={mayKeep && edit} />
  }
  return (
    <>
      <section className="draw-list-head">
        <p>
          第{latest.version}版，{latest.count}行，由{latest.savedBy}登记于 <ChineseDate of={latest.savedAt} />
          ；
          {latest.frozenAt === undefined ? (
            <strong className="bad">未冻结，还可以修改</strong>
          ) : (
            <>
              由{latest.frozenBy}冻结于 <ChineseDate of={latest.frozenAt} />
            </>
          )}
        </p>
        <p>
          指纹 <Fingerprint of={latest.fingerprint} />
        </p>
        {mayKeep && edit}
      </section>
      <ol className="draw-lines">
        {list.lines.map(line => (
          <li key={line.id}>
            <span translate="no">{line.id}</span> {line.name}
            {line.branch !== undefined && <small>{line.branch}</small>}
          </li>
        ))}
      </ol>
      {list.versions.length > 1 && <Versions list={list} />}
    </>
  )
}

function Versions({ list }: { readonly list: UnitList }) {
  return (
    <section aria-label="各版名单">
      <h2>各版名单</h2>
      <ul className="draw-versions">
        {list.versions.map(one => (
          <li key={one.version}>
            第{one.version}版，{one.count}行，{one.savedBy}，<ChineseDate of={one.savedAt} />
            {one.frozenAt === undefined ? '；未冻结' : '；已冻结'}；指纹 <Fingerprint of={one.fingerprint} />
          </li>
        ))}
      </ul>
    </section>
  )
}
