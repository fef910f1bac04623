import { Drawer } from 'antd'
import { Link } from '@tanstack/react-router'
import { useDesk } from '../../client/useDesk.ts'
import { useNarrow } from '../../kit/useNarrow.ts'
import type { GroupProgress, Progress } from './year.ts'
import './missingList.css'

/** The chosen cell. */
export interface Picked {
  readonly component: Progress
  readonly group: GroupProgress
}

interface Props {
  readonly year: number
  readonly picked: Picked | undefined
  readonly onClose: () => void
}

/** Lists the missing items of one cell: which units have no score in this component, and why. */
export function MissingList({ year, picked, onClose }: Props) {
  const narrow = useNarrow()
  return (
    <Drawer
      open={picked !== undefined}
      title={picked === undefined ? '' : `${picked.group.name}：${picked.component.name}缺项`}
      placement={narrow ? 'bottom' : 'right'}
      size={narrow ? '80vh' : 460}
      onClose={onClose}
    >
      {picked !== undefined && <List year={year} picked={picked} />}
    </Drawer>
  )
}

function List({ year, picked: { group } }: { readonly year: number; readonly picked: Picked }) {
  const unitPage = useDesk()('$year/roster/$unit')
  const more = group.missingTotal - group.missing.length
  return (
    <>
      <p>
        {group.total}个单位中{group.done}个有得分，缺{group.missingTotal}个
        {group.late ? '，已过截止日期' : ''}。
      </p>
      <ul className="missing-list bare">
        {group.missing.map(({ unit, name, why }) => (
          <li key={unit}>
            {unitPage === undefined ? (
              <strong>{name}</strong>
            ) : (
              <Link to={unitPage.replace('$unit', encodeURIComponent(unit))}>{name}</Link>
            )}
            <span>{why}</span>
          </li>
        ))}
      </ul>
      {more > 0 && <p>另有{more}个单位，见缺项清单。</p>}
      <p>
        <Link to={`/${year}/year/missing`}>打开全部缺项清单</Link>
      </p>
    </>
  )
}
