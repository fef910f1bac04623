import { defineList } from '../../../files/lists/defineList.ts'
import type { Served } from '../../platform/http/serveRoutes.ts'
import { importList } from '../../platform/lists/importList.ts'
import { type InspectorCheck, type InspectorFields, createInspectorCheck } from './checkInspector.ts'
import { addInspectors } from './editInspectors.ts'
import { stampOf } from './plan.store.ts'

interface ReadInspector extends InspectorFields {
  readonly homeName: string
  readonly username: string
}

/** The inspectors as a workbook. */
export const inspectorList = defineList({
  name: '核查人员',
  most: 500,
  columns: [
    { name: '姓名', also: ['核查人员', '人员姓名'], wanted: true, most: 100, width: 14 },
    { name: '所在单位', also: ['单位', '工作单位'], width: 30 },
    { name: '另须回避的牵头单位', width: 30 },
    { name: '用户名', width: 30 },
  ],
  read(line, { accounts, unitOf, take }: InspectorCheck): ReadInspector | undefined {
    const [name, homeName, username] = [line.text('姓名'), line.text('所在单位'), line.code('用户名')]
    const [homeUnit, leadGroup] = [line.unit('所在单位', unitOf), line.unit('另须回避的牵头单位', unitOf)]
    const account = accounts.find(one => one.username === username.toLowerCase())?.id
    if (username !== '' && account === undefined)
      line.refuse(`没有用户名为“${username}”的核查组账号；请先开设账号，或留空`, '用户名')
    if (line.refused !== undefined) return undefined
    const read = { name, homeName, username, homeUnit, leadGroup, account }
    const wrong = take(read)
    return wrong === undefined ? read : line.refuse(wrong)
  },
})

/** Imports inspectors from a workbook, all rows or none. */
export function importInspectors(request: Served<'POST /api/years/:year/inspectors/workbook'>) {
  const { context, actor, params } = request
  return importList(request, {
    list: inspectorList,
    load: tx => createInspectorCheck(tx, params.year),
    show: ({ name, homeName, username }) => ({ name, homeName, username }),
    commit: (tx, rows) => addInspectors(tx, context, params.year, rows, stampOf(context, actor), 'workbook'),
  })
}
