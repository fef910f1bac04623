/** Chinese sentences for the platform events. */
export const platformEvents = {
  serverStarted: ({ version, database }: { version: string; database: string }) =>
    `服务启动（版本 ${version}，${database}）`,
  demoYearLoaded: ({ units, facts }: { units: number; facts: number }) =>
    `装入演示年度：${units}个单位，${facts}条事实`,
  settingChanged: ({ setting, from, to }: { setting: string; from: string; to: string }) =>
    `把“${setting}”由“${from}”改为“${to}”`,
}
