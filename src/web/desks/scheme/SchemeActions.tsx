import { DownOutlined } from '@ant-design/icons'
import { App, Button, Dropdown } from 'antd'
import { useState } from 'react'
import { call } from '../../client/call.ts'
import { Refused } from '../../client/Refused.ts'
import { useMay } from '../../client/useMay.ts'
import { LinkButton } from '../../kit/LinkButton.tsx'
import { saveFile } from '../../client/saveFile.ts'
import { NewDraftModal } from './versions/NewDraftModal.tsx'
import { PromulgateModal } from './versions/PromulgateModal.tsx'
import type { SchemeVersion } from './schemeTypes.ts'
import { useWithdraw } from './versions/useWithdraw.ts'

/** Shows the actions on a scheme version: edit and promulgate a draft, start a draft from a promulgated version, compare, export, withdraw. */
export function SchemeActions({ of }: { readonly of: SchemeVersion }) {
  const { head } = of
  const may = useMay()
  const exportFile = useExport(head.version)
  const withdraw = useWithdraw(head)
  const [asked, setAsked] = useState<'draft' | 'promulgate'>()
  const isDraft = head.state === 'draft'

  const more = [
    { key: 'yaml', label: '导出 YAML 文件', onClick: () => void exportFile('yaml') },
    { key: 'zip', label: '导出压缩包', onClick: () => void exportFile('zip') },
    ...(isDraft && may('editScheme')
      ? [{ key: 'again', label: '另起草案', onClick: () => setAsked('draft') }]
      : []),
    ...(isDraft && may('editScheme')
      ? [{ key: 'withdraw', label: '撤回草案', danger: true, onClick: withdraw }]
      : []),
  ]
  return (
    <>
      {isDraft && may('editScheme') && <LinkButton to={`/schemes/${head.version}/edit`}>修改</LinkButton>}
      {isDraft && may('promulgateScheme') && (
        <Button type="primary" onClick={() => setAsked('promulgate')}>
          印发
        </Button>
      )}
      {!isDraft && may('editScheme') && (
        <Button type="primary" onClick={() => setAsked('draft')}>
          另起草案
        </Button>
      )}
      <LinkButton to={`/schemes/${head.version}/difference`}>比较</LinkButton>
      <Dropdown menu={{ items: more }} trigger={['click']}>
        <Button icon={<DownOutlined />} iconPlacement="end">
          更多
        </Button>
      </Dropdown>
      {asked === 'draft' && <NewDraftModal from={head} onClose={() => setAsked(undefined)} />}
      {asked === 'promulgate' && <PromulgateModal of={of} onClose={() => setAsked(undefined)} />}
    </>
  )
}

function useExport(version: string): (as: 'yaml' | 'zip') => Promise<void> {
  const { message } = App.useApp()
  return async as => {
    try {
      saveFile(await call('GET /api/schemes/:version/file', { params: { version }, query: { as } }))
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      void message.error(error.message)
    }
  }
}
