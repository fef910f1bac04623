import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { sheetStateNames } from '../../../../contract/meetings/paperFields.ts'
import type { Column } from '../../../kit/table/column.ts'
import type { Paper, PaperSheet } from './paperTypes.ts'

/** Columns of the list of sheets, with what may be done to each. */
export function sheetColumns(
  { classes, isOpen }: Paper,
  address: string,
  onRemove: ((sheet: PaperSheet) => void) | undefined,
): readonly Column<PaperSheet>[] {
  const columns: readonly Column<PaperSheet>[] = [
    {
      id: 'class',
      title: '票种',
      width: 180,
      value: sheet => classes.find(({ id }) => id === sheet.voterClass)?.name,
      search: true,
      filter: true,
      onCard: 'title',
    },
    { id: 'number', title: '号', width: 80, kind: 'number', value: sheet => sheet.number },
    {
      id: 'way',
      title: '方式',
      width: 90,
      value: sheet => (sheet.way === 'keyed' ? '录入' : '图片'),
      filter: true,
    },
    {
      id: 'state',
      title: '状态',
      width: 140,
      value: sheet => sheetStateNames[sheet.state],
      filter: true,
      onCard: 'figure',
      show: ({ state }) => (
        <span className={state === 'settled' ? 'good' : state === 'differs' ? 'bad' : undefined}>
          {sheetStateNames[state]}
        </span>
      ),
    },
    {
      id: 'doubtful',
      title: '存疑格',
      width: 90,
      kind: 'number',
      value: sheet => (sheet.way === 'scanned' ? sheet.doubtful : undefined),
    },
    {
      id: 'differs',
      title: '不一致的行',
      width: 160,
      value: sheet => (sheet.differs.length === 0 ? undefined : sheet.differs.join('、')),
    },
    { id: 'by', title: '录入人', width: 180, value: sheet => sheet.by.join('、') || undefined, search: true },
  ]
  if (!isOpen || onRemove === undefined) return columns
  const show = (sheet: PaperSheet) => (
    <span className="buttons">
      {sheet.mayEnter && <Link to={`${address}/${sheet.id}`}>{actOf(sheet)}</Link>}
      <Button size="small" type="link" onClick={() => onRemove(sheet)}>
        删去
      </Button>
    </span>
  )
  return [...columns, { id: 'acts', title: '操作', width: 180, value: () => undefined, sort: false, show }]
}

function actOf({ way, isOwn }: PaperSheet): string {
  if (isOwn) return '更正本人录入'
  return way === 'scanned' ? '确定存疑格' : '录入第二遍'
}
