-- Leave source positions on blocks and images only, and no raw HTML.

local function unwrapped(element)
  if element.attributes["wrapper"] then
    return element.content
  end
  element.attributes["data-pos"] = nil
  return element
end

-- Comments are for authors and are dropped. All other raw HTML becomes text, so that no markup
-- gets into an edition past the Document.
local function printed(text)
  local rest = text:gsub("<!%-%-%-?>", ""):gsub("<!%-%-.-%-%->", "")
  if not rest:find("%S") then
    return {}
  end
  return { pandoc.Str(rest) }
end

function Span(span)
  if span.classes:includes("inline-note") then
    return pandoc.Note({ pandoc.Para(span.content) })
  end
  return unwrapped(span)
end

-- Of single and double marks the same element is made, but some languages keep them as written.
function Quoted(quoted)
  if quoted.quotetype == "SingleQuote" then
    return pandoc.Span(quoted.content, { ["data-single"] = "" })
  end
end

function Link(link)
  link.attributes["data-pos"] = nil
  return link
end

function Code(code)
  code.attributes["data-pos"] = nil
  return code
end

function Div(div)
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

-- Each line of a term is a term of its own: the definition is that of all of them.
local function terms_of(item)
  local terms, last = {}, pandoc.Inlines({})
  for _, inline in ipairs(item[1]) do
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
function DefinitionList(list)
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

function RawInline(raw)
  return printed(raw.text)
end

function RawBlock(raw)
  local text = printed(raw.text)
  return #text == 0 and {} or pandoc.Para(text)
end
