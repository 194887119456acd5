-- Read chapters, and write each as XHTML, without raw HTML. pandoc's wrappers around words stay.
--
-- After each chapter comes a NUL, and after each answer: "+" and the XHTML, or "-" and the error.
-- The only argument is the format to read.

-- Comments are for authors and are dropped. All other raw HTML becomes text, so that no markup
-- gets into an edition past the Document.
local function printed(text)
  local rest = text:gsub("<!%-%-%-?>", ""):gsub("<!%-%-.-%-%->", "")
  if not rest:find("%S") then
    return {}
  end
  return { pandoc.Str(rest) }
end

-- Of single and double marks the same element is made, but some languages keep them as written.
local function quoted_words(quoted)
  if quoted.quotetype == "SingleQuote" then
    return pandoc.Span(quoted.content, { ["data-single"] = "" })
  end
end

local function block(div)
  if not div.attributes["wrapper"] then
    -- A div that begins with a heading would become a section, and the heading would lose its id.
    if #div.content > 0 and div.content[1].t == "Header" then
      div.content:insert(1, pandoc.Plain({}))
    end
    return div
  end
  if #div.content == 0 then
    return {}
  end
  -- A wrapper around a Plain would become a span with two positions.
  if #div.content == 1 and div.content[1].t == "Plain" then
    return div.content
  end
  return div
end

local function unwrapped(span)
  if span.attributes["wrapper"] then
    return span.content
  end
end

-- Each line of a term is a term of its own: the definition is that of all of them.
local function terms_of(item)
  local terms, last = {}, pandoc.Inlines({})
  for _, inline in ipairs(item[1]:walk({ Span = unwrapped })) do
    local next_term = inline.t == "Span" and inline.classes:includes("next-term")
    if next_term or inline.t == "SoftBreak" or inline.t == "LineBreak" then
      terms[#terms + 1] = { last, {} }
      last = pandoc.Inlines({})
    else
      last:insert(inline)
    end
  end
  terms[#terms + 1] = { last, item[2] }
  return terms
end

-- Keep the terms of a definition apart, and its paragraphs.
local function definitions(list)
  local items = {}
  for _, item in ipairs(list.content) do
    for _, term in ipairs(terms_of(item)) do
      items[#items + 1] = term
    end
    for _, definition in ipairs(item[2]) do
      if #definition > 1 then
        for index, block in ipairs(definition) do
          if block.t == "Plain" then
            definition[index] = pandoc.Para(block.content)
          end
        end
      end
    end
  end
  list.content = items
  return list
end

local function raw_words(raw)
  return printed(raw.text)
end

local function raw_block(raw)
  local text = printed(raw.text)
  return #text == 0 and {} or pandoc.Para(text)
end

local function inline_note(span)
  if span.classes:includes("inline-note") then
    return pandoc.Note({ pandoc.Para(span.content) })
  end
end

-- Calling a function for each word would take longer than all else: so there are none for spans.
local FILTER = {
  Quoted = quoted_words,
  Div = block,
  DefinitionList = definitions,
  RawInline = raw_words,
  RawBlock = raw_block,
}
local OPTIONS = pandoc.WriterOptions({
  highlight_method = "none",
  html_math_method = "mathml",
  html_q_tags = true,
  wrap_text = "none",
})

local function xhtml_of(text)
  local document = pandoc.read(text, arg[1])
  if text:find("inline-note", 1, true) then
    document = document:walk({ Span = inline_note })
  end
  return pandoc.write(document:walk(FILTER), "html5", OPTIONS)
end

for text in io.read("a"):gmatch("([^\0]*)\0") do
  local read, answer = pcall(xhtml_of, text)
  io.write(read and "+" or "-", tostring(answer), "\0")
  io.flush()
  -- Lua does not know how large what pandoc holds for it is.
  collectgarbage()
end
