import { createLink } from '@tanstack/react-router'
import { Button } from 'antd'

/** 链接按钮: looks like a button and is a link: `<LinkButton to="/2018/roster" type="primary">去录入名册</LinkButton>`. */
export const LinkButton = createLink(Button)
