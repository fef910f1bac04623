import { Checkbox, Modal } from 'antd'
import { useState } from 'react'
import { useAct } from '../../../client/useAct.ts'
import { RefusedNotice } from '../../../kit/RefusedNotice.tsx'
import type { Inspectors } from '../roundTypes.ts'

/** Adds inspectors from accounts that hold the role and are not linked to an inspector yet. */
export function FromAccounts({
  year,
  list,
  onClose,
}: {
  readonly year: number
  readonly list: Inspectors
  readonly onClose: () => void
}) {
  const [chosen, setChosen] = useState<readonly string[]>(() => list.accounts.map(one => one.id))
  const add = useAct('POST /api/years/:year/inspectors', { done: '已增加' })

  async function save() {
    const inspectors = list.accounts
      .filter(one => chosen.includes(one.id))
      .map(({ id, name }) => ({ name, account: id }))
    if ((await add.run({ params: { year }, body: { inspectors } })) !== undefined) onClose()
  }

  return (
    <Modal
      open
      title="由核查组账号选用"
      okText={`增加${chosen.length}人`}
      cancelText="取消"
      okButtonProps={{ disabled: chosen.length === 0 }}
      confirmLoading={add.busy}
      onOk={() => void save()}
      onCancel={onClose}
    >
      <p>所在单位请在增加后逐个填写，据此回避。</p>
      <RefusedNotice error={add.refused} />
      <Checkbox.Group
        className="account-checks"
        value={[...chosen]}
        options={list.accounts.map(one => ({ value: one.id, label: `${one.name}（${one.username}）` }))}
        onChange={setChosen}
      />
    </Modal>
  )
}
