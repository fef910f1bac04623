import { Checkbox, Form, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { useAct } from '../../../client/useAct.ts'
import { useAnswer } from '../../../client/useAnswer.ts'
import { RefusedNotice } from '../../../kit/RefusedNotice.tsx'
import { UnitSelect } from '../../../kit/UnitSelect.tsx'
import type { Inspector, Inspectors } from '../roundTypes.ts'

interface Props {
  readonly year: number
  readonly list: Inspectors
  readonly of: Inspector | undefined
  readonly onClose: () => void
}

/** 一名核查人员: name, home unit, a group to stay clear of besides, account. */
export function InspectorForm({ year, list, of, onClose }: Props) {
  const roster = useAnswer('GET /api/years/:year/roster', { params: { year } })
  const [typed, setTyped] = useState({
    name: of?.name ?? '',
    homeUnit: of?.homeUnit ?? '',
    leadGroup: of?.leadGroup ?? '',
    account: of?.account ?? '',
    active: of?.active ?? true,
  })
  const add = useAct('POST /api/years/:year/inspectors', { done: '已增加' })
  const edit = useAct('PUT /api/years/:year/inspectors/:inspector', { done: '已保存' })
  const units = roster.data?.units ?? []
  const leads = units.filter(unit => units.some(other => other.leadUnit === unit.id))
  const accounts = [
    ...(of?.account === undefined ? [] : [{ value: of.account, label: of.username ?? '现有账号' }]),
    ...list.accounts.map(one => ({ value: one.id, label: `${one.name}（${one.username}）` })),
  ]

  async function save() {
    const { name, homeUnit, leadGroup, account, active } = typed
    const fields = {
      name: name.trim(),
      ...(homeUnit === '' ? {} : { homeUnit }),
      ...(leadGroup === '' ? {} : { leadGroup }),
      ...(account === '' ? {} : { account }),
    }
    const done =
      of === undefined
        ? await add.run({ params: { year }, body: { inspectors: [fields] } })
        : await edit.run({
            params: { year, inspector: of.id },
            body: { revision: of.revision, ...fields, active },
          })
    if (done !== undefined) onClose()
  }

  return (
    <Modal
      open
      title={of === undefined ? '增加核查人员' : `修改：${of.name}`}
      okText="保存"
      cancelText="取消"
      okButtonProps={{ disabled: typed.name.trim() === '' }}
      confirmLoading={add.busy || edit.busy}
      mask={{ closable: false }}
      onOk={() => void save()}
      onCancel={onClose}
    >
      <RefusedNotice error={add.refused ?? edit.refused} />
      <Form layout="vertical" component="div">
        <Form.Item label="姓名" htmlFor="inspector-name" required>
          <Input
            id="inspector-name"
            maxLength={100}
            value={typed.name}
            onChange={event => setTyped({ ...typed, name: event.target.value })}
          />
        </Form.Item>
        <Form.Item
          label="所在单位"
          htmlFor="inspector-home"
          help="本单位和同属一个牵头单位的，都不会派去核查；组织考核者本部的人留空。"
        >
          <UnitSelect
            id="inspector-home"
            units={units}
            value={typed.homeUnit}
            none="组织考核者本部"
            onChange={homeUnit => setTyped({ ...typed, homeUnit })}
          />
        </Form.Item>
        <Form.Item
          label="另须回避的系统"
          htmlFor="inspector-group"
          help="例如刚从那里调来，或有亲属在那里任职。"
        >
          <UnitSelect
            id="inspector-group"
            units={leads}
            value={typed.leadGroup}
            none="没有"
            onChange={leadGroup => setTyped({ ...typed, leadGroup })}
          />
        </Form.Item>
        <Form.Item
          label="账号"
          htmlFor="inspector-account"
          help="用手机填核查表要有账号；在“账号”中开设核查组账号后，这里可选。"
        >
          <Select
            id="inspector-account"
            allowClear
            placeholder="没有账号"
            notFoundContent="没有可选的核查组账号"
            options={accounts}
            value={typed.account === '' ? undefined : typed.account}
            onChange={account => setTyped({ ...typed, account: account ?? '' })}
          />
        </Form.Item>
        {of !== undefined && (
          <Checkbox
            checked={typed.active}
            onChange={event => setTyped({ ...typed, active: event.target.checked })}
          >
            可派出核查
          </Checkbox>
        )}
      </Form>
    </Modal>
  )
}
