/**
 * Adds the command `accessibility-tree` to the browser tests: the page as assistive technology gets it, one line a node,
 * `role "name"`, indented by depth. The runner's own `a11ySnapshot` drops rows and cells; Chromium's protocol has all.
 *
 *   const lines = await executeServerCommand('accessibility-tree');
 */
export function accessibilityTreePlugin() {
  return {
    name: 'accessibility-tree',

    async executeCommand({command, session}) {
      if (command !== 'accessibility-tree') return undefined;

      const page = session.browser.getPage(session.id);
      const protocol = await page.createCDPSession();
      try {
        const {nodes} = await protocol.send('Accessibility.getFullAXTree');
        return describe(nodes);
      } finally {
        await protocol.detach();
      }
    },
  };
}

function describe(nodes) {
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const lines = [];
  const visit = (node, depth) => {
    const role = node.role?.value;
    // Boxes of text repeat the text above them; generic nodes say nothing.
    const shown = !node.ignored && !['InlineTextBox', 'generic', 'none', 'RootWebArea'].includes(role);
    if (shown) {
      const level = node.properties?.find(({name}) => name === 'level')?.value.value;
      const name = node.name?.value;
      lines.push(`${'  '.repeat(depth)}${role}${level ? ` ${level}` : ''}${name ? ` "${name}"` : ''}`);
    }
    for (const id of node.childIds ?? []) {
      const child = byId.get(id);
      if (child) visit(child, depth + (shown ? 1 : 0));
    }
  };
  if (nodes[0]) visit(nodes[0], 0);
  return lines;
}
