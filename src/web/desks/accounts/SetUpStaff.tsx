import { Alert, Button, Form, Input } from 'antd'
import { useState } from 'react'
import type { CallAnswer } from '../../client/call.ts'
import { useAct } from '../../client/useAct.ts'
import { RefusedNotice } from '../../kit/RefusedNotice.tsx'
import type { OneTime } from './accountTypes.ts'
import { Slips } from './Slips.tsx'

interface Props {
  readonly staffing: CallAnswer<'GET /api/accounts'>['staffing']
  readonly maySetUp: boolean
}

/** 首次设置三员: says which of them is lacking; the first administrator makes the other two and the first of the committee here. */
export function SetUpStaff({ staffing, maySetUp }: Props) {
  const [made, setMade] = useState<readonly OneTime[]>()
  const lacking = staffing.filter(({ count }) => count === 0)
  if (made !== undefined) return <Slips of={made} onDone={() => setMade(undefined)} />
  if (lacking.length === 0) return null
  const isFirst =
    maySetUp &&
    lacking.some(({ role }) => role === 'securityAdmin') &&
    lacking.some(({ role }) => role === 'auditAdmin')
  return (
    <>
      <Alert
        className="accounts-notice"
        type="warning"
        showIcon
        title={`还没有${lacking.map(({ roleName }) => roleName).join('、')}的账号`}
        description="系统管理、安全管理、审计管理由三个账号分别担任：系统管理员开设账号，安全管理员授予角色，审计管理员查看留痕。"
      />
      {isFirst && <SetUpForm onMade={setMade} />}
    </>
  )
}

const PEOPLE = [
  { role: 'securityAdmin', title: '安全管理员', what: '授予和收回角色' },
  { role: 'auditAdmin', title: '审计管理员', what: '查看和核验留痕' },
  { role: 'committee', title: '组织考核者', what: '编制方案、组织考核，并为各单位开设账号' },
] as const

type Entry = Record<(typeof PEOPLE)[number]['role'], { username: string; name: string }>

const NOBODY: Entry = {
  securityAdmin: { username: '', name: '' },
  auditAdmin: { username: '', name: '' },
  committee: { username: '', name: '' },
}

function SetUpForm({ onMade }: { readonly onMade: (made: readonly OneTime[]) => void }) {
  const act = useAct('POST /api/accounts/administration', { done: '三个账号已开设' })
  const [entry, setEntry] = useState(NOBODY)
  const [asked, setAsked] = useState(false)

  async function submit() {
    setAsked(true)
    if (PEOPLE.some(({ role }) => entry[role].username.trim() === '' || entry[role].name.trim() === ''))
      return
    const answer = await act.run({ body: entry })
    if (answer !== undefined) onMade(answer.made)
  }

  const field = (role: keyof Entry, name: 'username' | 'name', label: string) => {
    const id = `set-up-${role}-${name}`
    const isMissing = asked && entry[role][name].trim() === ''
    return (
      <Form.Item
        label={label}
        htmlFor={id}
        required
        {...(isMissing && { validateStatus: 'error', help: '请填写。' })}
      >
        <Input
          id={id}
          autoComplete="off"
          maxLength={name === 'username' ? 40 : 100}
          value={entry[role][name]}
          onChange={event => setEntry({ ...entry, [role]: { ...entry[role], [name]: event.target.value } })}
        />
      </Form.Item>
    )
  }

  return (
    <Form layout="vertical" className="accounts-set-up" onFinish={() => void submit()}>
      <h2>开设另外两员和组织考核者的账号</h2>
      <RefusedNotice error={act.refused} />
      {PEOPLE.map(({ role, title, what }) => (
        <fieldset key={role} className="accounts-person">
          <legend>{title}</legend>
          <p>{what}</p>
          {field(role, 'name', '姓名')}
          {field(role, 'username', '用户名')}
        </fieldset>
      ))}
      <Button type="primary" htmlType="submit" loading={act.busy}>
        开设三个账号
      </Button>
    </Form>
  )
}
