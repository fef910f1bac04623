import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { App } from 'antd'
import { call } from '../../../client/call.ts'
import { Refused } from '../../../client/Refused.ts'
import type { VersionHead } from '../schemeTypes.ts'

/** Withdraws a draft after confirmation, then returns to the list. */
export function useWithdraw({ version, revision, number }: VersionHead): () => void {
  const { modal, message } = App.useApp()
  const navigate = useNavigate()
  const queries = useQueryClient()

  async function withdraw() {
    try {
      await call('DELETE /api/schemes/:version', { params: { version }, body: { revision } })
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      void message.error(error.message, 8)
      return
    }
    void message.success('草案已撤回')
    // Away first: what is withdrawn is not to be read again.
    await navigate({ to: '/schemes' })
    await queries.invalidateQueries({ queryKey: ['GET /api/schemes'] })
  }

  return () =>
    void modal.confirm({
      title: `撤回第${number}版草案`,
      content: '草案的内容不再保留，需要时可从已印发的版本重新起草。',
      okText: '撤回',
      cancelText: '取消',
      okButtonProps: { danger: true },
      onOk: withdraw,
    })
}
