import { useNavigate } from '@tanstack/react-router'
import { App } from 'antd'
import { useAct } from '../../../app/useAct.ts'
import type { VersionHead } from '../schemeTypes.ts'

/** 撤回草案, once it is confirmed; then back to the list. */
export function useWithdraw({ version, revision, number }: VersionHead): () => void {
  const { modal } = App.useApp()
  const navigate = useNavigate()
  const act = useAct('DELETE /api/schemes/:version', { done: '草案已撤回' })
  return () =>
    void modal.confirm({
      title: `撤回第${number}版草案`,
      content: '草案的内容不再保留，需要时可从已印发的版本重新起草。',
      okText: '撤回',
      cancelText: '取消',
      okButtonProps: { danger: true },
      onOk: async () => {
        if ((await act.run({ params: { version }, body: { revision } })) !== undefined) await navigate({ to: '/schemes' })
      },
    })
}
