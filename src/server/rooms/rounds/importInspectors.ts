import { defineList } from '../../../files/lists/defineList.ts'
import { createNames } from '../../../files/lists/matchNames.ts'
import type { Served } from '../../platform/http/serveRoutes.ts'
import { importList } from '../../platform/lists/importList.ts'
import { type InspectorCheck, type InspectorFields, createInspectorCheck } from './checkInspector.ts'
import { addInspectors } from './editInspectors.ts'
import { stampOf } from './plan.store.ts'

interface InspectorContext extends InspectorCheck {
  readonly unitOf: (text: string) => string | undefined
}

interface ReadInspector {
  readonly fields: InspectorFields
  readonly shown: { readonly name: string; readonly homeName: string; readonly username: string }
}

/** The inspectors as a workbook. */
export const inspectorList = defineList({
  name: '核查人员',
  most: 500,
  columns: [
    { name: '姓名', wanted: true, most: 100, width: 14 },
    { name: '所在单位', width: 30 },
    { name: '另须回避的牵头单位', width: 30 },
    { name: '用户名', width: 30 },
  ],
  read(line, { accounts, unitOf, take }: InspectorContext): ReadInspector | undefined {
    const name = line.text('姓名')
    const unit = (column: '所在单位' | '另须回避的牵头单位') => {
      const text = line.text(column)
      const found = unitOf(text)
      if (text !== '' && found === undefined)
        line.refuse(`名册中没有单位“${text}”；请按名册填写全称或编号`, column)
      return text === '' ? undefined : found
    }
    const [homeUnit, leadGroup] = [unit('所在单位'), unit('另须回避的牵头单位')]
    const username = line.text('用户名')
    const account = accounts.find(one => one.username === username.toLowerCase())
    if (username !== '' && account === undefined)
      line.refuse(`没有用户名为“${username}”的核查组账号；请先开设账号，或留空`, '用户名')
    if (line.refused !== undefined) return undefined
    const fields = {
      name,
      homeUnit,
      leadGroup,
      account: account?.id,
    }
    const wrong = take(fields)
    if (wrong !== undefined) return line.refuse(wrong)
    return { fields, shown: { name, homeName: line.text('所在单位'), username } }
  },
})

/** 由工作簿导入核查人员, all rows or none. */
export function importInspectors(request: Served<'POST /api/years/:year/inspectors/workbook'>) {
  const { context, actor, params } = request
  return importList(request, {
    list: inspectorList,
    load: async tx => {
      const check = await createInspectorCheck(tx, params.year)
      return { ...check, unitOf: createNames([...check.names].map(([id, name]) => ({ id, name }))) }
    },
    show: ({ shown }) => shown,
    commit: (tx, rows) => {
      const fields = rows.map(one => one.fields)
      return addInspectors(tx, context, params.year, fields, stampOf(context, actor), 'workbook')
    },
  })
}
