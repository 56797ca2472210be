/** The primitives that every screen is made of. */
export { Badge, type BadgeProps, ColourDot, type Tone } from './badge.tsx';
export { Button, type ButtonProps } from './button.tsx';
export { type CommandEntry, type CommandGroup, CommandPalette } from './command-palette.tsx';
export { AlertDialog, Dialog, DialogFooter } from './dialog.tsx';
export { EmptyState, ErrorState } from './empty-state.tsx';
export { ErrorBoundary } from './error-boundary.tsx';
export { type ControlProps, Field } from './field.tsx';
export { IconButton } from './icon-button.tsx';
export { Input, Select, Textarea } from './input.tsx';
export { ContextMenu, DropdownMenu, type MenuItem } from './menu.tsx';
export { Notice } from './notice.tsx';
export { Shortcut, shortcutText } from './shortcut.tsx';
export { Loading, Spinner } from './spinner.tsx';
export { BodyCell, HeadCell, Row, Table } from './table.tsx';
export { Tab, TabList, TabPanel, Tabs } from './tabs.tsx';
export { Toaster, toast, toastError } from './toast.tsx';
export { Checkbox, Switch } from './toggles.tsx';
export { Tooltip, TooltipProvider } from './tooltip.tsx';
