namespace Grader.Reports;

/// <summary>The keys of the page on which answers are decided. All that they do a click does as well; without the script the page works.</summary>
internal static class ReviewScript
{
    public const string Text = """
        'use strict';
        (() => {
          let sent = false;
          const one = selector => document.querySelector(selector);
          document.addEventListener('submit', event => { if (sent) event.preventDefault(); sent = true; });
          addEventListener('pageshow', () => { sent = false; });
          const comment = one('#comment');
          const say = text => { if (!comment) return; comment.value = comment.value.trim() ? comment.value.trim() + '\n' + text : text; comment.focus(); };
          for (const button of document.querySelectorAll('button[data-comment]')) button.addEventListener('click', () => say(button.textContent));
          const pane = one('.pane'), mark = one('.pane mark, .pane span[id]');
          if (pane && mark) pane.scrollTop += mark.getBoundingClientRect().top - pane.getBoundingClientRect().top - pane.clientHeight / 3;
          document.addEventListener('keydown', event => {
            if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
            const target = event.target;
            if (target.matches('textarea, input:not([type=checkbox])')) {
              if (event.key === 'Escape') target.blur();
              else if (event.key === 'Enter' && !event.shiftKey) { event.preventDefault(); one('[data-key="Enter"]')?.click(); }
              return;
            }
            if (event.key === 'Enter' && target.matches('a, button, summary')) return;
            const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code);
            const found = digit && event.shiftKey ? one(`button[data-comment="${digit[1]}"]`) : one(`[data-key="${CSS.escape(digit ? digit[1] : event.key.length === 1 ? event.key.toLowerCase() : event.key)}"]`);
            if (!found) return;
            event.preventDefault();
            if (found.matches('input[type=checkbox], button, a')) found.click(); else if (found.matches('details')) found.open = !found.open; else found.focus();
          });
        })();
        """;
}
