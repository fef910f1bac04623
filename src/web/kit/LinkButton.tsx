import { createLink } from '@tanstack/react-router'
import { Button, type ButtonProps } from 'antd'
import type { ReactNode } from 'react'

interface Props {
  readonly to: string
  readonly search?: Readonly<Record<string, string | number | undefined>>
  readonly type?: 'primary' | 'default' | 'link'
  readonly size?: ButtonProps['size']
  readonly icon?: ReactNode
  readonly children: ReactNode
}

/** A link that looks like a button: `<LinkButton to="/2018/roster" type="primary">去录入名册</LinkButton>`. */
export function LinkButton({ type = 'default', ...rest }: Props) {
  return <RoutedButton look={type} activeOptions={{ exact: true }} activeProps={{}} {...rest} />
}

// The router keeps `type` to itself.
const RoutedButton = createLink(({ look, ...rest }: ButtonProps & { readonly look: Props['type'] }) => (
  <Button type={look} {...rest} />
))
