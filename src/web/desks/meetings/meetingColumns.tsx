import { Button } from 'antd'
import { type Column, onlySaved } from '../../kit/table/column.ts'
import { describeStanding, type MeetingRow } from './meetingRows.ts'
import type { Plannable } from './meetingTypes.ts'
import { StandingLine } from './StandingLine.tsx'

/** Columns of the list of meetings; with the button that plans one, for who may. */
export function meetingColumns(
  onPlan: ((plannable: Plannable) => void) | undefined,
  onEnter: (plannable: Plannable) => void,
): readonly Column<MeetingRow>[] {
  return [
    { id: 'name', title: '会议', width: 320, value: row => row.name, search: true, onCard: 'title' },
    { id: 'on', title: '日期', width: 130, kind: 'day', value: row => row.meeting?.heldOn },
    { id: 'at', title: '时间', width: 80, value: row => row.meeting?.startsAt },
    { id: 'place', title: '地点', width: 160, value: row => row.meeting?.place },
    { id: 'speakers', title: '述职人数', width: 100, kind: 'number', value: row => row.speakers },
    {
      id: 'standing',
      title: '进展',
      width: 340,
      value: describeStanding,
      filter: true,
      show: row => (
        <span className="buttons-level">
          <StandingLine of={row.meeting} said={describeStanding(row)} />
          {row.plannable?.convenes && row.meeting === undefined && onPlan !== undefined && (
            <>
              <Button size="small" onClick={() => onPlan(row.plannable!)}>
                安排
              </Button>
              <Button size="small" type="link" onClick={() => onEnter(row.plannable!)}>
                录入计票表
              </Button>
            </>
          )}
        </span>
      ),
      onCard: 'wide',
    },
    onlySaved('convenor', '主持人', row => row.meeting?.convenor),
    onlySaved('teller', '计票人', row => row.meeting?.teller),
    onlySaved('scrutineer', '监票人', row => row.meeting?.scrutineer),
    onlySaved('reported', '上报', row => row.meeting?.reportedOn, { kind: 'day' }),
    onlySaved('accepted', '认定', row => row.meeting?.acceptedOn, { kind: 'day' }),
  ]
}
