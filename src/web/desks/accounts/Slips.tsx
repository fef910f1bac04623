import { DownloadOutlined, PrinterOutlined } from '@ant-design/icons'
import { useBlocker } from '@tanstack/react-router'
import { Alert, Button } from 'antd'
import { csvText } from '../../../contract/lists/csvText.ts'
import { saveFile } from '../../client/saveFile.ts'
import { useOfficeAddress } from '../../client/useOfficeAddress.ts'
import { Fact } from '../../kit/Fact.tsx'
import { OwnAddressNotice } from '../../kit/OwnAddressNotice.tsx'
import type { OneTime } from './accountTypes.ts'
import './slips.css'

interface Props {
  readonly of: readonly OneTime[]
  readonly onDone?: () => void
}

/** Shows one-time passwords, once only, to print and cut or to save as a table. */
export function Slips({ of, onDone }: Props) {
  useBlocker({
    shouldBlockFn: () =>
      !window.confirm('一次性口令离开后不能再看。确定已经打印、保存或交给本人，现在离开吗？'),
    enableBeforeUnload: true,
  })
  const { address } = useOfficeAddress()
  function save() {
    const rows = of.map(({ unitName, name, roleName, username, password }) => [
      unitName,
      name,
      roleName,
      username,
      password,
      address,
    ])
    const text = csvText(['单位', '名称', '角色', '用户名', '一次性口令', '网址'], rows)
    saveFile(new File([text], '一次性口令.csv', { type: 'text/csv' }))
  }
  return (
    <section className="slips" aria-labelledby="slips-head">
      <h2 id="slips-head">一次性口令</h2>
      <Alert
        className="slips-notice"
        type="warning"
        showIcon
        title="一次性口令只显示这一次，离开本页后不能再看"
        description="请现在打印或保存，分别交给本人。首次登录须改，30 天内有效；丢失时重置即可。"
      />
      <OwnAddressNotice />
      <p className="slips-tools buttons">
        <Button icon={<PrinterOutlined />} onClick={() => window.print()}>
          打印口令条
        </Button>
        <Button icon={<DownloadOutlined />} onClick={save}>
          保存为表格
        </Button>
        {onDone !== undefined && <Button onClick={onDone}>已交给本人</Button>}
      </p>
      <ul className="slips-list">
        {of.map(({ username, name, password, roleName, unitName }) => (
          <li key={username}>
            <strong>{unitName ?? name}</strong>
            <dl>
              {unitName !== undefined && unitName !== name && <Fact name="名称">{name}</Fact>}
              {roleName !== undefined && <Fact name="角色">{roleName}</Fact>}
              <Fact name="网址" verbatim>
                {address}
              </Fact>
              <Fact name="用户名" verbatim>
                {username}
              </Fact>
              <Fact name="口令" verbatim>
                <b className="slips-password">{password}</b>
              </Fact>
            </dl>
          </li>
        ))}
      </ul>
    </section>
  )
}
