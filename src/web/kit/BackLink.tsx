import { useRouter } from '@tanstack/react-router'
import { Button } from 'antd'
import { useCameFrom } from '../client/cameFrom.ts'
import { LinkButton } from './LinkButton.tsx'

/** Goes back where one came from, with its filters and its place; to the list that the page belongs to when its address was opened by itself. */
export function BackLink({ to, children }: { readonly to: string; readonly children: string }) {
  const from = useCameFrom()
  const { history } = useRouter()
  if (from === undefined) return <LinkButton to={to}>{children}</LinkButton>
  return <Button onClick={() => history.back()}>返回{from}</Button>
}
