import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { initialSidebar, isSidebarOpen, reduceSidebar, type SidebarAction } from '../../src/shell/sidebar-state.ts';

const enter: SidebarAction = { kind: 'route', focus: true };
const leave: SidebarAction = { kind: 'route', focus: false };
const toggle: SidebarAction = { kind: 'toggle' };
const openAfter = (open: boolean, ...actions: SidebarAction[]) => isSidebarOpen(actions.reduce(reduceSidebar, initialSidebar(open, false)));

describe('the sidebar', () => {
  it('collapses on entering the focus mode and is restored on leaving', () => {
    expect(openAfter(true, enter)).toBe(false);
    expect(openAfter(true, enter, leave)).toBe(true);
    expect(openAfter(false, enter, leave)).toBe(false);
  });

  it('may be opened inside the focus mode, and collapses at the next entering', () => {
    expect(openAfter(true, enter, toggle)).toBe(true);
    expect(openAfter(true, enter, toggle, enter)).toBe(true);
    expect(openAfter(true, enter, toggle, leave, enter)).toBe(false);
  });

  it('is restored as it was before, whatever happens inside the focus mode', () => {
    const inside = fc.array(fc.constantFrom(toggle, enter));
    fc.assert(fc.property(fc.boolean(), inside, (open, actions) => openAfter(open, enter, ...actions, leave) === open));
  });
});
