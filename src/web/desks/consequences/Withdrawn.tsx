import { Alert } from 'antd'
import { printDay } from '../../kit/printDay.ts'
import type { ConsequenceList } from './consequence.ts'

/** 不再适用的通知: served, and a correction of the result took their ground away. */
export function Withdrawn({ of }: { readonly of: ConsequenceList['withdrawn'] }) {
  if (of.length === 0) return null
  return (
    <Alert
      className="obstacle"
      type="warning"
      showIcon
      title={`${of.length}项通知送达后结果已更正，不再适用，请通知有关单位`}
      description={
        <ul>
          {of.map(({ unit, unitName, rule, name, servedOn }) => (
            <li key={`${unit} ${rule}`}>
              {unitName}：{name}，{printDay(servedOn)}送达
            </li>
          ))}
        </ul>
      }
    />
  )
}
